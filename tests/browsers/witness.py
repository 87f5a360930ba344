"""A script in the pages of a copy of a site that remembers what goes wrong in them.

WebKit's driver tells nothing of the browser's console, and runs no script before a page's own.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

_NAME = "witness.js"
_SCRIPT = """\
{
  // What the visitor breaks off by leaving is no fault.
  let left = false;
  addEventListener('beforeunload', () => { left = true; });
  const tell = (...words) => {
    if (left) return;
    const told = JSON.parse(sessionStorage.getItem('witness') ?? '[]');
    sessionStorage.setItem('witness', JSON.stringify([...told, words.map(String).join(' ')]));
  };
  for (const level of ['error', 'warn']) {
    const say = console[level];
    console[level] = (...words) => { tell(...words); say.apply(console, words); };
  }
  const hear = (kind, told) => addEventListener(kind, (event) => tell(...told(event)), true);
  hear('error', (event) => [event.message ?? `no ${event.target.src ?? event.target.href}`]);
  hear('unhandledrejection', (event) => [event.reason]);
  hear('securitypolicyviolation', (event) => [event.violatedDirective, event.blockedURI]);
}
"""
#: What the witness of this page's site has to tell; it is forgotten.
TESTIMONY = """\
if (!location.protocol.startsWith('http')) return [];
const told = JSON.parse(sessionStorage.getItem('witness') ?? '[]');
sessionStorage.removeItem('witness');
return told;
"""
#: Behind the policy, before any script of the page's own.
_PLACE = re.compile(r"<meta [^>]*Content-Security-Policy[^>]*>")


def witnessed(site: Path, copy: Path) -> Path:
    """Write a copy of a site with the witness in each of its pages that has a policy."""
    shutil.copytree(site, copy)
    (copy / _NAME).write_text(_SCRIPT, encoding="utf-8")
    for page in copy.rglob("*.html"):
        root = os.path.relpath(copy, page.parent)
        script = rf'\g<0><script src="{root}/{_NAME}"></script>'
        page.write_text(_PLACE.sub(script, page.read_text("utf-8"), count=1), "utf-8")
    return copy
