"""Where trafficking in conflict is a known concern, and which parties meet it: registers in, exposures out."""

from duediligence.hotspots.heightening import heightened
from duediligence.hotspots.placing import check, place_parties
from duediligence.hotspots.registers import Registers, load_registers
from duediligence.hotspots.sectors import read_sector

__all__ = ["Registers", "check", "heightened", "load_registers", "place_parties", "read_sector"]
