"""What comes in: releases, telephone numbers, bank holidays."""
