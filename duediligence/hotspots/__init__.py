"""Where trafficking in conflict is a known concern, and which parties meet it: registers in, exposures out."""

from duediligence.hotspots.armed_groups import armed_groups
from duediligence.hotspots.assess import check, place_parties
from duediligence.hotspots.heightened import annex_response, heightened
from duediligence.hotspots.map_areas import mapped_areas
from duediligence.hotspots.query import rows_of
from duediligence.hotspots.registers.load import Registers, load_registers
from duediligence.hotspots.registers.user_files import with_own_registers
from duediligence.hotspots.sectors.classify import read_sector

__all__ = [
    "Registers",
    "annex_response",
    "armed_groups",
    "check",
    "heightened",
    "load_registers",
    "mapped_areas",
    "place_parties",
    "read_sector",
    "rows_of",
    "with_own_registers",
]
