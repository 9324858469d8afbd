// For a page that stands within another: its place is told to that one, which keeps it in its own address.
{
  // Addresses that begin with "#" would be those of the outer page.
  const own = location.href.split("#")[0];
  const replace = history.replaceState.bind(history);
  const tell = (what) => parent.postMessage(what, "*");
  const seen = () => tell({ seen: location.hash.slice(1) });
  history.replaceState = (state, title, url) => { replace(state, title, `${own}${url}`); seen(); };
  addEventListener("hashchange", seen);
  addEventListener("message", ({ source, data }) => {
    if (source === parent && typeof data?.at === "string") location.replace(`${own}#${data.at}`);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    location.hash = link.getAttribute("href");
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
    if (event.key === "[") tell({ step: -1 });
    if (event.key === "]") tell({ step: 1 });
  });
  const { at, to } = window.frameElement?.dataset || {};
  if (at) replace(null, "", `${own}#${at}`);
  // A link that is copied leads to the outer page.
  const write = navigator.clipboard?.writeText.bind(navigator.clipboard);
  if (write && to) navigator.clipboard.writeText = (text) => write(text.replaceAll(`${own}#`, to));
}
