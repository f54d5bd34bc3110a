"""What the scripts run; each module is one verb."""

from pathlib import Path

ROOT = Path(__file__).absolute().parents[2]
"""The project's folder."""
