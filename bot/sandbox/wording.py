"""What the workspace itself says to people, in English and in Spanish as it is written in Mexico."""

from collections.abc import Mapping
from types import MappingProxyType

#: English, Spanish; `{name}` is a fact.
_TEXTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "required": ("Please complete this required field.", "Falta llenar este campo obligatorio."),
        "email": ("Please enter a valid email address.", "Escribe una dirección de correo válida."),
        "url": ("Please enter a valid URL.", "Escribe una URL válida."),
        "least": (
            "This must be at least {count} characters long.",
            "Debe tener al menos {count} caracteres.",
        ),
        "most": ("This must be at most {count} characters long.", "Puede tener hasta {count} caracteres."),
        "items": ("You can select up to {count} items.", "Puedes elegir hasta {count} opciones."),
        "number": ("Please enter a valid number.", "Escribe un número válido."),
        "whole": ("Please enter a whole number.", "Escribe un número entero."),
        "low": ("The number must be at least {count}.", "El número debe ser al menos {count}."),
        "high": ("The number must be at most {count}.", "El número puede ser hasta {count}."),
        "failed": ("{command} failed with the error “{error}”", "{command} falló con el error «{error}»"),
        "trouble": (
            "We had some trouble connecting. Try again?",
            "Hubo un problema de conexión. ¿Quieres intentarlo de nuevo?",
        ),
        "no_command_text": ("Type a command.", "Escribe un comando."),
        "no_command": ("{command} is not a valid command.", "{command} no es un comando válido."),
        "already_here": ("{person} is already in this channel.", "{person} ya está en este canal."),
        "no_thread": (
            "{command} is not supported in threads. Sorry!",
            "{command} no funciona en los hilos.",
        ),
    }
)


def say(key: str, locale: str, **facts: object) -> str:
    """The text in the language of a locale such as `es-MX`; KeyError for an unknown key."""
    english, spanish = _TEXTS[key]
    return (spanish if locale.lower().startswith("es") else english).format(**facts)
