"""The handover page: what the duty officer, or the office, must know; on screen and on paper."""
