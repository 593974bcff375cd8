"""The style sheet for what Qt draws itself: writing places, scroll bars, the window's ground."""

from PySide6.QtGui import QColor, QPalette

from ui.theme.now import LookNow


def palette(look: LookNow) -> QPalette:
    """Qt's own colours for the theme."""
    theme = look.theme
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.paper,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Base: theme.card,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.Button: theme.card,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.Highlight: theme.action,
        QPalette.ColorRole.HighlightedText: theme.action_ink,
        QPalette.ColorRole.PlaceholderText: theme.quiet_ink,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    return made


def style_sheet(look: LookNow) -> str:
    """The style sheet for one theme at one size of text."""
    theme, shape = look.theme, look.shape
    bar = max(14, look.size("helper") * 3 // 4)
    return f"""
    QWidget#ground {{ background: {theme.paper}; }}
    QWidget#topbar {{ background: {theme.paper}; border-bottom: 2px solid {theme.line}; }}
    QWidget#hearbar {{ background: {theme.helper}; border-bottom: 2px solid {theme.line}; }}
    QWidget#bottombar {{ background: {theme.helper}; border-top: 2px solid {theme.line}; }}
    QWidget#helper {{ background: {theme.helper}; }}
    QWidget#sidelist {{ background: {theme.helper}; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
    QScrollArea#moved-by-keys {{ border: {shape.focus_ring}px solid transparent; }}
    QScrollArea#moved-by-keys:focus {{ border-color: {theme.action}; }}
    QPlainTextEdit, QLineEdit {{
        background: {theme.card}; color: {theme.ink};
        border: 3px solid {theme.quiet_ink}; border-radius: {shape.button_radius - 4}px;
        padding: {shape.gap_small + 2}px {shape.gap - 2}px;
        selection-background-color: {theme.action}; selection-color: {theme.action_ink};
    }}
    QPlainTextEdit:focus, QLineEdit:focus {{ border: {shape.focus_ring}px solid {theme.action}; }}
    QScrollBar:vertical {{ background: transparent; width: {bar}px; margin: 2px; }}
    QScrollBar::handle:vertical {{
        background: {theme.quiet_ink}; border-radius: {bar // 2 - 2}px; min-height: 48px;
    }}
    QScrollBar:horizontal {{ background: transparent; height: {bar}px; margin: 2px; }}
    QScrollBar::handle:horizontal {{
        background: {theme.quiet_ink}; border-radius: {bar // 2 - 2}px; min-width: 48px;
    }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
