// The page tells everything without this; with it, it can be filtered, and commands can be copied.
(() => {
  const form = document.querySelector('#filters');
  const entries = [...document.querySelectorAll('[data-entry]')];
  const keys = ['region', 'operation', 'verdict'];

  /** Numbers in attributes are places in the lists of the form, in which `all` is the first. */
  const chosen = () => {
    const number = (select) => (select.selectedIndex > 0 ? String(select.selectedIndex - 1) : undefined);
    return {
      region: number(form.elements.region),
      operation: number(form.elements.operation),
      verdict: form.elements.verdict.value || undefined,
    };
  };

  const fits = ({ dataset }, { region, operation, verdict }) =>
    (region === undefined || dataset.regions.split(' ').includes(region)) &&
    (operation === undefined || dataset.operations.split(' ').includes(operation)) &&
    (verdict === undefined || dataset.verdict === verdict);

  const show = () => {
    const wanted = chosen();
    const isFiltered = Object.values(wanted).some((value) => value !== undefined);
    for (const entry of entries) entry.hidden = !fits(entry, wanted);
    const shown = entries.filter((entry) => !entry.hidden).length;
    for (const section of document.querySelectorAll('[data-section]')) {
      const isEmpty = section.querySelector('[data-entry]:not([hidden])') === null;
      section.querySelector('.no-match').hidden = !isEmpty;
      section.classList.toggle('empty', isEmpty);
      if (section instanceof HTMLDetailsElement && isFiltered && !isEmpty) section.open = true;
    }
    form.querySelector('output').textContent = isFiltered
      ? `${shown} of ${entries.length} shown`
      : `All ${entries.length} shown`;
  };

  const write = () => {
    const state = new URLSearchParams();
    for (const key of keys) if (form.elements[key].value !== '') state.set(key, form.elements[key].value);
    const text = state.toString();
    history.replaceState(null, '', text === '' ? location.pathname + location.search : `#${text}`);
  };

  /** An address without `=` names a part of the page, which the browser goes to by itself. */
  const read = () => {
    const text = location.hash.slice(1);
    if (!text.includes('=')) return;
    const state = new URLSearchParams(text);
    for (const key of keys) {
      const select = form.elements[key];
      const value = state.get(key) ?? '';
      select.value = [...select.options].some((option) => option.value === value) ? value : '';
    }
    show();
  };

  /** To what a link names, without a change of the address, which keeps what is chosen. */
  const go = (event) => {
    const target = document.querySelector(event.currentTarget.hash);
    event.preventDefault();
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'start' });
  };

  /** From a cell of the overview to its findings; everything else is hidden. */
  const follow = (event) => {
    const { region, operation, verdictOf } = event.currentTarget.dataset;
    form.elements.region.selectedIndex = region === undefined ? 0 : Number(region) + 1;
    form.elements.operation.selectedIndex = Number(operation) + 1;
    form.elements.verdict.value = verdictOf ?? '';
    show();
    write();
    go(event);
  };

  if (form !== null) {
    form.hidden = false;
    form.addEventListener('change', () => {
      show();
      write();
    });
    form.addEventListener('submit', (event) => event.preventDefault());
    // The fields are empty only after the event.
    form.addEventListener('reset', () => {
      setTimeout(() => {
        show();
        write();
      });
    });
    for (const link of document.querySelectorAll('a.cell')) link.addEventListener('click', follow);
    document.querySelector('.skip').addEventListener('click', go);
    addEventListener('hashchange', read);
    show();
    read();
  }

  const copy = async (button) => {
    const code = button.parentElement.querySelector('code');
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      // Without the permission, or from a file in some browsers.
      getSelection().selectAllChildren(code);
      document.execCommand('copy');
    }
    button.textContent = 'Copied';
    setTimeout(() => {
      button.textContent = 'Copy';
    }, 1500);
  };

  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => copy(button));
  }

  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
})();
