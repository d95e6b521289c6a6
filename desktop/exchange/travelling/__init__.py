"""The ways on which steps travel between copies: other files, parcels, a shared folder. What they hand over is one."""
