"""Charts as SVG, from the tables of a report; one source for screen, PDF and paper.

``drawing.draw`` is the door. matplotlib is imported only in ``canvas``, when a chart is drawn.
"""
