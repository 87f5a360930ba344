"""Bringing a built site to where it is served: only what changed, and never half of it.

    target = open_target("s3://fair-bucket/2027", {})
    published = publish_site(Path("site"), target)

How it goes is in `hallgen.publish.upload`, what is done in `hallgen.publish.plan`.
"""

from hallgen.publish.target import Target, open_target
from hallgen.publish.upload import Published, UploadOptions, publish_site

__all__ = ["Published", "Target", "UploadOptions", "open_target", "publish_site"]
