// A script of pages with a view: how many booths somebody has looked at in this visit.
const seen = new Set();

function begin(hallgen) {
  hallgen.on('enter-booth', ({ booth }) => {
    seen.add(booth);
    document.documentElement.dataset.boothsSeen = String(seen.size);
  });
}

if (window.hallgen) begin(window.hallgen);
else document.addEventListener('hallgen-api', () => begin(window.hallgen), { once: true });
