"""What the pages of an edition speak, and how what they quote is marked that they do not speak."""

from unicodedata import bidirectional

from dateline.ground.languages import Language, direction_of, language_of
from dateline.pages.wording import words
from dateline.pages.wording.bibliographies import is_headline, quoted_title, source_title
from dateline.records.chronology import Chronology
from dateline.records.types import Source


class Speaking:
    """A part of an edition: its language, and the tongues of its records and sources."""

    chronology: Chronology

    @property
    def language(self) -> Language:
        """The language that the pages speak: that of the chronology, or English where there is no catalogue of it."""
        return language_of(self.chronology.masthead.language)

    @property
    def own_tongue(self) -> tuple[str, str]:
        """The language of the records, and the way that it runs; empty where the pages speak it."""
        return self._tongue(self.chronology.masthead.language)

    def tongue(self, source: Source) -> tuple[str, str]:
        """Return the language of a source's words and the way that they run; empty where it is the site's language."""
        return self._tongue(source.language or self.chronology.masthead.language)

    def tongue_of_title(self, source: Source) -> tuple[str, str]:
        """Return the same for its title; words of an editor in the place of one are in the language of the records."""
        lang, runs = self.tongue(source)
        if source.title and not is_headline(source):
            return self.own_tongue
        is_own = runs != "rtl" or any(bidirectional(sign) in {"R", "AL"} for sign in source.title)
        return (lang, runs) if is_own and source.title else ("", "")

    def title(self, source: Source) -> str:
        """Return the title of a source or, where it has none, what it is."""
        return source_title(self.chronology.masthead, source, self.language)

    def quoted_title(self, source: Source, most: int | None = None) -> str:
        """Return the title as readers see it, of `most` characters: quoted where the words are the publisher's."""
        return quoted_title(self.chronology.masthead, source, self.language, most)

    def term(self, list_name: str, word: str | None) -> str:
        """Return the vocabulary's label for a word."""
        return words.term(self.chronology.masthead, list_name, word, self.language)

    def labels_of(self, list_name: str) -> dict[str, str]:
        """Return the label of each word of a list of the vocabulary, in the order of the list."""
        return {word: self.term(list_name, word) for word in self.chronology.masthead.vocabulary.terms(list_name)}

    def tongue_name(self, lang: str) -> str:
        """Return the name of a language as `tongue` returns it; nothing of the chronology's own."""
        return words.language_name(lang, self.language) if lang else ""

    def _tongue(self, code: str) -> tuple[str, str]:
        return ("", "") if code == self.language.code else (code, direction_of(code))
