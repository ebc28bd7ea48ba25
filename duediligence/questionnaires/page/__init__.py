"""A questionnaire as one HTML file that works from a file, on a phone, without a network.

The page is whole in itself: its words, its style and its script are inside, and its own policy forbids everything
else. What a person answers stays on the device until the person saves the answer file, which `read_answers` takes.
"""

from duediligence.questionnaires.page.writing import page_html, write_page

__all__ = ["page_html", "write_page"]
