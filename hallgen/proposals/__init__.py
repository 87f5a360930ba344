"""Plans for halls that are to be laid out: blocks, aisles and booths for those who want them."""

from hallgen.proposals.plan_file import booth_list, geojson
from hallgen.proposals.propose import EFFORTS, Effort, Proposal, propose

__all__ = ["EFFORTS", "Effort", "Proposal", "booth_list", "geojson", "propose"]
