"""What people answer: understood, stored and acted upon, with STOP before all else."""
