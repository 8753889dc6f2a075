from typing import Literal

GetBadgeTheme = Literal["auto", "dark", "light"]

GET_BADGE_THEME_VALUES: set[GetBadgeTheme] = {
    "auto",
    "dark",
    "light",
}


def check_get_badge_theme(value: str) -> GetBadgeTheme:
    if value in GET_BADGE_THEME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GET_BADGE_THEME_VALUES!r}")
