/// Reads a lesson's Markdown file.
///
///     lesson       = front-matter block*
///     front-matter = "---" YAML "---"           title, summary, minutes, data, after, terms
///     block        = CommonMark's blocks but raw HTML | step | hint | answer | math
///     step         = fence("swift" option*) output?    at the top level, blank lines between
///     option       = "id=" name | "hidden" | "folded" | "slow" | "timeout=" seconds
///                  | "no-run" | "error" | "trap" | "exercise=" name | "solution=" name
///                  | "check=" name | "wrong=" name
///     output       = fence("output" ["tolerance=" number | "unchecked"])
///     hint         = fence(["text"] "hint=" name)      its content is Markdown
///     answer       = fence("text" "answer")            likewise
///     math         = "$$" TeX "$$"                     on lines of its own
///     inline       = CommonMark's inlines but raw HTML | "$" TeX "$" | figure
///     figure       = (number | code | emphasis) "<!--" name ":" expression "-->"
///     name         = [a-z] [a-z0-9-]*
///
/// Blocks and inlines nest at most 100 deep. Every mistake is reported with its place, all of a
/// file together.
public enum LessonParser {
  /// Larger files are refused.
  public static let maximumBytes = 16 << 20

  /// Parses a lesson.
  /// - Parameters:
  ///   - path: the file as the user named it; messages begin with it, and the lesson's number
  ///     and slug come from its last component.
  ///   - source: the whole file.
  /// - Throws: all that is wrong with it.
  public static func parse(path: String, source: String) throws(LessonProblems) -> Lesson {
    let text = SourceText(source)
    var problems = ProblemList(file: path, source: text)
    guard text.bytes.count <= maximumBytes else { throw tooLarge(path) }
    let (frontMatter, firstLine) = FrontMatterReader.read(text, problems: &problems)
    let body = BodyReader.read(
      text, from: firstLine, terms: frontMatter.terms, problems: &problems)
    guard problems.isEmpty else { throw problems.all }
    let name = LessonFileName(path: path)
    return Lesson(
      path: path, number: name.number, slug: name.slug, frontMatter: frontMatter, source: source,
      blocks: body.blocks, figures: body.figures)
  }

  static func tooLarge(_ path: String) -> LessonProblems {
    LessonProblems(
      file: path, message: "the file is larger than \(maximumBytes >> 20) MiB",
      advice: "a lesson’s data belongs in a data set")
  }
}
