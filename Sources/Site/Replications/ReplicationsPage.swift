import Display

/// The page that puts figures which other texts report beside those of runs with the same settings.
struct ReplicationsPage {
  static let path = "replications.html"

  let results: ReplicationResults
  let version: String
  let hasGlossary: Bool

  static let lead =
    "The models of the texts that this course rests on, trained with these texts' settings by "
    + "Lectern and by PyTorch, beside the figures that the texts report."

  private var selection: ReplicationSelection { ReplicationSelection(results: results) }

  var file: SiteFile {
    let content: [Markup] = [
      .element(
        "header", ["class": "index-header"],
        .element("h1", [:], .text("Replications")), .paragraph(Self.lead, class: "summary"))
    ]
    let sections = setNames.map(section) + [orderings, settings, repeating]
    return PageFrame(
      title: "Replications · Lectern", description: Self.lead, version: version,
      hasGlossary: hasGlossary, origin: "Lectern's and PyTorch's figures come from recorded runs."
    ).file(Self.path, content: content + sections)
  }

  /// In the order of the catalogue.
  private var setNames: [String] {
    Replication.all.flatMap(\.sets).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }

  // MARK: The tables of a set

  private func section(_ set: String) -> Markup {
    let replications = Replication.all.filter { $0.sets.contains(set) }
    guard let hash = selection.dataSHA256(of: set) else {
      let models = replications.map(\.model).joined(separator: "; ")
      return part(
        set,
        [
          .paragraph(
            "There are no runs on this set, which may not be passed on. \(howToGet(set)) Its models: "
              + "\(models).")
        ])
    }
    var content: [Markup] = [
      .element(
        "p", ["class": "digest"], .text("SHA-256 of the ratings: "),
        .element("code", [:], .text(hash)))
    ]
    for table in results.tables(for: set) { content.append(scrollable(table)) }
    let epochs = replications.compactMap { selection.epochs(of: $0, on: set) }
    if !epochs.isEmpty {
      content.append(
        .paragraph(
          "Epochs trained, where early stopping could end a run: "
            + "\(epochs.joined(separator: "; "))."))
    }
    let leftOut = selection.leftOut(on: set)
    if leftOut > 0 {
      content.append(
        .paragraph("Runs of other versions, settings or data that no table shows: \(leftOut)."))
    }
    return part(set, content)
  }

  private func howToGet(_ set: String) -> String {
    set == "netflix-prize"
      ? "It is no longer published; name the folder of a copy of your own with --netflix."
      : "Get a copy of your own with ./lectern data fetch \(set), then run the commands below."
  }

  // MARK: What the texts' figures say

  private var orderings: Markup {
    let tables = setNames.compactMap { set -> Markup? in
      let rows = ClaimedOrdering.all.compactMap { OrderingRow($0, on: set, selection) }
      if rows.isEmpty { return nil }
      return scrollable(
        Table(
          columns: [.rowHeader("smaller error first"), "Lectern", "PyTorch"],
          rows: rows.map(\.cells),
          caption: "\(set): the orderings of the texts' figures, and what the runs' means say",
          limit: .none))
    }
    return part(
      "Do the orderings hold?",
      [
        .paragraph(
          "An ordering holds when the mean error of the first model is below that of the second, "
            + "over the seeds that both were run with: runs with the same seed hold out the same "
            + "ratings. One run, or two, can order two close models either way.")
      ] + tables)
  }

  // MARK: How it was done

  private var settings: Markup {
    let rows = Replication.all.map { replication in
      Markup.element(
        "div", [:], .element("dt", [:], .text(replication.model)),
        .element(
          "dd", [:],
          .text("\(replication.settings.split.words); \(replication.settings.words)")))
    }
    let sources = SourceFigure.Source.allCases.map { Markup.element("li", [:], .text($0.text)) }
    return part(
      "Settings",
      [
        .element("dl", ["class": "settings"], rows),
        .paragraph(
          "Items are the sets' identifiers; the course's notes count films by title, and 18 titles "
            + "of ml-100k occur twice. The article trained on two processors with batches of 512 "
            + "each."),
        .paragraph("The figures of the column “source” come from:"),
        .element("ul", [:], sources),
      ])
  }

  private var repeating: Markup {
    let commands = """
      ./lectern data fetch ml-100k
      ./lectern bench --replicate
      python3 Tests/Reference/replications.py --ml100k FOLDER
      ./lectern build
      """
    return part(
      "Repeat the runs",
      [
        .paragraph(
          "Runs that are in the file of results are not repeated; the script needs PyTorch."),
        .scrollable("code", label: "Commands", .preformattedCode(.text(commands))),
      ])
  }

  private func part(_ title: String, _ content: [Markup]) -> Markup {
    .element("section", ["class": "how-to"], [.element("h2", [:], .text(title))] + content)
  }

  private func scrollable(_ table: Table) -> Markup {
    .scrollable("rich wraps", label: table.caption ?? "Table", table.markup)
  }
}
