internal import Model
internal import SourceText

/// A plain text on a page of A4, line by line as it is.
struct TextPage {
  let title: String
  let text: String
  let language: Language

  var html: String {
    """
    <!DOCTYPE html>
    <html lang="\(language == .chinese ? "zh-CN" : "en")">
    <head>
    <meta charset="utf-8">
    <title>\(PageMarkup.escaped(title))</title>
    <style>
    @page { size: A4; margin: 30mm 26mm 28mm 28mm; @bottom-center { content: "— " counter(page) " —"; } }
    body { font: 12pt/1.8 FangSong, STFangsong, "FangSong_GB2312", "Noto Serif CJK SC", serif; }
    p { margin: 0; white-space: pre-wrap; }
    @media screen { body { max-width: 156mm; margin: 20mm auto; } }
    </style>
    </head>
    <body>
    <p>\(PageMarkup.escaped(text))</p>
    </body>
    </html>

    """
  }
}
