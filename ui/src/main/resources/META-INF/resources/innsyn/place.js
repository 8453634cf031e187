// Pages draw parts of themselves anew, also by themselves. Whoever came by keyboard stays where they were: on what bears the same name.
(() => {
  const name = element => [element.localName, element.getAttribute('href'), element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.innerText].join(' ');
  let had;

  const observer = new MutationObserver(() => {
    if (!had || had.element.isConnected || had.address !== location.pathname || document.activeElement !== document.body) return;
    const again = [...document.querySelectorAll('#content ' + had.element.localName)].find(each => name(each) === had.name);
    again?.focus({ preventScroll: true });
  });

  document.addEventListener('focusin', event => {
    const element = event.target;
    had = element.closest('#content') ? { element, name: name(element), address: location.pathname } : undefined;
  });
  document.addEventListener('pointerdown', () => had = undefined);
  observer.observe(document.documentElement, { childList: true, subtree: true });
})();
