"""How a site is cut into files: hosts differ in how many they take."""

from __future__ import annotations

from enum import StrEnum

from hallgen.model.geometry import Frozen


class Host(StrEnum):
    """Static hosts whose limits are known (`assets/hosts.yaml`)."""

    GITHUB_PAGES = "github-pages"
    GITLAB_PAGES = "gitlab-pages"
    CLOUDFLARE_PAGES = "cloudflare-pages"
    CLOUDFLARE_PAGES_PAID = "cloudflare-pages-paid"
    NETLIFY = "netlify"
    S3 = "s3"


class ProductPages(StrEnum):
    """Where one reads of products: on pages of their own, or on their exhibitor's page."""

    OWN = "own"
    EXHIBITOR = "exhibitor"


class Files(StrEnum):
    """How a site is cut: FEW leaves out what is a copy of something for comfort.

    That are booths' own GLBs, models packed by gzip, booths' pictures for lists, and photos' larger
    sizes: the first photos of an exhibitor's products are on one sheet.
    """

    MANY = "many"
    FEW = "few"


class Publishing(Frozen):
    """Where a site will be published, and how it is cut into files for that."""

    host: Host | None = None
    products: ProductPages = ProductPages.OWN
    files: Files = Files.MANY

    @property
    def few(self) -> bool:
        return self.files is Files.FEW
