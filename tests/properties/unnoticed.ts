/** Constraints that the suite does not depend on, and why. */
export const unnoticed: readonly (readonly [RegExp, string])[] = [
  [/\/bearerAuth\/0$/, 'that a scope is needed can only be shown with a token that lacks it'],
  [/parameters\/\w+Id\/required$/, 'a part of the path is always required'],
  [
    /\/(\w*Status|\w+Id|Search|RiverType|TargetName|\w*Sort\w+)\/schema\/type$/,
    'whatever stands in a URL is text',
  ],
  [/WindowTime\/type$/, 'whatever stands in a URL is text'],
  [/RunRequest\/type$/, 'no request is left to send a body that is no object: the limit is reached'],
  [
    /(EnvironmentId|EndTime|RunGroupId|7)\/schema\/\$ref$/,
    'a value of the wrong form is sent once for each form',
  ],
  [
    /sub_rivers\/get\/parameters\/6$/,
    'no request is left to send scheduler_id here: it is sent to the targets',
  ],
  [
    /ActivitiesSortBy\/schema\/enum\/2$/,
    'no property shows the order by max_duration: nothing could be compared',
  ],
  [/TargetsSortBy\/schema\/enum\/1$/, 'no property shows the order by last_run: nothing could be compared'],
  [
    /(\/Page|Sort\w+)\/schema\/default$/,
    'x-contract says it too: the first page is 1, and `sort` has a default',
  ],
  [/GroupsSortBy\/schema\/x-enum-provenance\/units$/, 'another list is sorted by units'],
  [/\/Status\/schema\/x-enum-provenance\/succeeded$/, 'the filters by status are inferred anyway'],
  [/RunGroupId\/x-provenance$/, 'the filter by it is observed anyway'],
  [/Validation\w+\/properties\/(body|input)\/x-provenance$/, 'nothing is said of the value'],
];

/** Parts of `x-contract` by which no answer to the suite is judged, and why. */
export const unjudged: readonly (readonly [RegExp, string])[] = [
  [/\/effects$/, 'it is about the request'],
  [/statistics\/get\/x-contract\/filters\/status\/counts\/succeed(ed)?$/, 'no request is left to send it'],
  [/activities_targets\/.*\/spelled(\/succeed)?$/, 'no request is left to send it'],
  [/activities_run_groups\/.*\/start_time\/complete$/, 'no request is left to send it'],
  [/~1(activities_targets|runs)\/get.*\/sort\/keys\/units$/, 'no request is left to send it'],
  [/activities_run_groups\/.*\/sort\/keys\/(units|RPUs\(Units\))$/, 'no request is left to send it'],
];
