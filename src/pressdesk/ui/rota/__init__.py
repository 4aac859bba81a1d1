"""The rota page: a week of shifts, and where nobody is on duty."""
