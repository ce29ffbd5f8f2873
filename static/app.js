// Small comforts on top of pages that work without them: copying, sending once, not losing typed text, focusing the error summary.

const announce = (text) => {
  const place = document.getElementById('announce');
  if (!place) return;
  place.textContent = '';
  requestAnimationFrame(() => { place.textContent = text; });
};

/** Copies the whole value of a read-only field; the selection stays, so that a refused clipboard still helps. */
const copy = async (button) => {
  const field = document.getElementById(button.dataset.copy);
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    if (!document.execCommand('copy')) return;
  }
  const word = button.querySelector('span');
  const before = word.textContent;
  word.textContent = button.dataset.copied;
  button.classList.add('copied');
  announce(button.dataset.copied);
  setTimeout(() => { word.textContent = before; button.classList.remove('copied'); }, 2500);
};

for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', () => copy(button));
}
for (const field of document.querySelectorAll('.copy [readonly]')) {
  field.addEventListener('focus', () => field.select());
}

// A second press of the button sends nothing: the server would answer the same, but the first answer would be lost.
for (const form of document.querySelectorAll('form[data-once]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    form.setAttribute('aria-busy', 'true');
  });
}
// A page that comes back from the back-forward cache may be sent again.
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) {
    delete form.dataset.sent;
    form.removeAttribute('aria-busy');
  }
});

for (const form of document.querySelectorAll('form[data-unsaved]')) {
  let changed = false;
  form.addEventListener('input', () => { changed = true; });
  form.addEventListener('submit', () => { changed = false; });
  addEventListener('beforeunload', (event) => { if (changed) event.preventDefault(); });
}

// The drawer closes with Escape and gives the focus back.
for (const drawer of document.querySelectorAll('details.drawer')) {
  drawer.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !drawer.open) return;
    drawer.open = false;
    drawer.querySelector('summary').focus();
  });
}

document.querySelector('[data-focus]')?.focus();
