"""Texts in several languages, and the tags of those languages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints, model_serializer, model_validator

#: A BCP 47 tag as we use it: a language, perhaps a script and a region ("zh", "zh-Hant", "pt-BR").
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")]

#: The tag of a text of which nobody said the language.
UNDETERMINED = "und"


class Text(BaseModel):
    """A name or a text: the same thing said in any number of languages.

    Reads a string (of undetermined language) or a map from language to string.
    Empty strings are dropped, so that `bool(text)` tells whether anything is said.
    """

    model_config = ConfigDict(frozen=True)

    said: tuple[tuple[str, str], ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_string_or_map(cls, value: Any) -> Any:
        if isinstance(value, str):
            value = {UNDETERMINED: value}
        if isinstance(value, dict) and set(value) != {"said"}:
            pairs = (
                (language, str(words).strip())
                for language, words in value.items()
                if words is not None
            )
            return {"said": tuple((language, words) for language, words in pairs if words)}
        return value

    @classmethod
    def __get_pydantic_json_schema__(cls, _core: Any, _handler: Any) -> dict[str, Any]:
        """What a person writes: a text, or one for each language."""
        texts = {"type": "object", "additionalProperties": {"type": "string"}}
        return {"anyOf": [{"type": "string"}, texts]}

    @model_serializer
    def _to_string_or_map(self) -> str | dict[str, str]:
        said = dict(self.said)
        return said[UNDETERMINED] if set(said) == {UNDETERMINED} else said

    @classmethod
    def of(cls, **said: str) -> Text:
        """`Text.of(zh="上海", en="Shanghai")`."""
        return cls.model_validate(said)

    def get(self, language: str) -> str | None:
        """What is said in exactly this language."""
        return dict(self.said).get(language)

    def best(self, *languages: str) -> str:
        """What is said in the first of `languages` that has words, else in any; else ''.

        A text of undetermined language is better than one in a language nobody asked for.
        """
        said = dict(self.said)
        for language in (*languages, UNDETERMINED):
            if language in said:
                return said[language]
        return self.said[0][1] if self.said else ""

    def pair(self, languages: Iterable[str]) -> tuple[str, str]:
        """The two lines of a bilingual sign: the first language's, and the next that differs."""
        lines = list(
            dict.fromkeys(words for words in (self.get(lang) for lang in languages) if words)
        )
        if not lines:
            return self.best(), ""
        others = [words for _, words in self.said if words not in lines]
        return lines[0], (lines[1:] + others + [""])[0]

    def __bool__(self) -> bool:
        return bool(self.said)
