/// What the commands of TeX stand for that take no argument.
enum TeXSymbols {
  /// Shown upright as one operator name, with limits below in a displayed formula if `true`.
  static let functions: [String: Bool] = [
    "log": false, "ln": false, "exp": false, "sin": false, "cos": false, "tan": false,
    "tanh": false, "sinh": false, "cosh": false, "arg": false, "dim": false, "det": true,
    "max": true, "min": true, "sup": true, "inf": true, "lim": true, "Pr": true,
    "argmax": true, "argmin": true, "sec": false, "csc": false, "cot": false, "coth": false,
    "arcsin": false, "arccos": false, "arctan": false, "lg": false, "deg": false, "ker": false,
    "gcd": true, "limsup": true, "liminf": true,
  ]

  /// Large in a displayed formula, with limits above and below.
  static let largeOperators: [String: String] = [
    "sum": "∑", "prod": "∏", "bigcup": "⋃", "bigcap": "⋂", "coprod": "∐",
    "bigoplus": "⨁", "bigotimes": "⨂", "bigodot": "⨀", "bigvee": "⋁", "bigwedge": "⋀",
  ]

  static let integrals: [String: String] = ["int": "∫", "iint": "∬", "oint": "∮"]

  static let letters: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "varpi": "ϖ", "rho": "ρ",
    "varrho": "ϱ", "sigma": "σ", "varsigma": "ς", "tau": "τ", "upsilon": "υ", "phi": "ϕ",
    "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "ell": "ℓ", "imath": "ı", "jmath": "ȷ",
  ]

  /// Letters that stand upright.
  static let uprightLetters: [String: String] = [
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π",
    "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "infty": "∞",
    "partial": "∂", "nabla": "∇", "emptyset": "∅", "top": "⊤", "bot": "⊥", "Re": "ℜ",
    "Im": "ℑ", "hbar": "ℏ", "dots": "…", "ldots": "…", "cdots": "⋯", "vdots": "⋮", "ddots": "⋱",
    "varnothing": "∅", "aleph": "ℵ", "angle": "∠", "triangle": "△", "square": "□",
    "checkmark": "✓", "dagger": "†", "degree": "°", "dotsc": "…", "dotsb": "⋯", "dotsm": "⋯",
    "$": "$", "%": "%", "#": "#", "_": "_",
  ]

  static let operators: [String: String] = [
    "cdot": "⋅", "times": "×", "div": "÷", "pm": "±", "mp": "∓", "ast": "∗", "star": "⋆",
    "circ": "∘", "bullet": "∙", "odot": "⊙", "oplus": "⊕", "otimes": "⊗", "setminus": "∖",
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ll": "≪", "gg": "≫", "ne": "≠", "neq": "≠",
    "approx": "≈", "equiv": "≡", "sim": "∼", "simeq": "≃", "propto": "∝", "in": "∈",
    "notin": "∉", "ni": "∋", "subset": "⊂", "subseteq": "⊆", "supset": "⊃", "cup": "∪",
    "cap": "∩", "to": "→", "rightarrow": "→", "leftarrow": "←", "gets": "←",
    "leftrightarrow": "↔", "Rightarrow": "⇒", "Leftarrow": "⇐", "Leftrightarrow": "⇔",
    "implies": "⟹", "iff": "⟺", "mapsto": "↦", "uparrow": "↑", "downarrow": "↓",
    "forall": "∀", "exists": "∃", "neg": "¬", "land": "∧", "wedge": "∧", "lor": "∨", "vee": "∨",
    "lnot": "¬", "longrightarrow": "⟶", "longleftarrow": "⟵", "Longrightarrow": "⟹",
    "longmapsto": "⟼", "hookrightarrow": "↪", "nearrow": "↗", "searrow": "↘", "updownarrow": "↕",
    "supseteq": "⊇", "subsetneq": "⊊", "nsubseteq": "⊈", "nmid": "∤", "perp": "⊥", "asymp": "≍",
    "cong": "≅", "doteq": "≐", "coloneqq": "≔", "triangleq": "≜", "prec": "≺", "succ": "≻",
    "lesssim": "≲", "gtrsim": "≳", "nleq": "≰", "ngeq": "≱", "ominus": "⊖", "oslash": "⊘",
    "dotplus": "∔", "amalg": "⨿", "diamond": "⋄", "therefore": "∴", "because": "∵", "models": "⊨",
    "vdash": "⊢", "bmod": "mod",
    "mid": "∣", "parallel": "∥", "colon": ":", "prime": "′", "&": "&",
  ]

  static let delimiters: [String: String] = [
    "{": "{", "}": "}", "lbrace": "{", "rbrace": "}", "langle": "⟨", "rangle": "⟩",
    "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "lvert": "|", "rvert": "|",
    "vert": "|", "lVert": "‖", "rVert": "‖", "Vert": "‖", "|": "‖", "lbrack": "[", "rbrack": "]",
  ]

  /// Widths in em.
  static let spaces: [String: String] = [
    ",": "0.1667em", ":": "0.2222em", ">": "0.2222em", ";": "0.2778em", " ": "0.25em",
    "!": "-0.1667em", "quad": "1em", "qquad": "2em",
  ]

  /// Drawn over (or under) their argument; `true`: as wide as the argument.
  static let accents: [String: (mark: String, isWide: Bool, isUnder: Bool)] = [
    "hat": ("^", false, false), "widehat": ("^", true, false), "bar": ("¯", false, false),
    "overline": ("¯", true, false), "tilde": ("~", false, false), "widetilde": ("~", true, false),
    "check": ("ˇ", false, false), "breve": ("˘", false, false), "mathring": ("˚", false, false),
    "acute": ("´", false, false), "grave": ("`", false, false),
    "overrightarrow": ("→", true, false), "overleftarrow": ("←", true, false),
    "vec": ("→", false, false), "dot": ("˙", false, false), "ddot": ("¨", false, false),
    "overbrace": ("⏞", true, false), "underbrace": ("⏟", true, true),
    "underline": ("_", true, true),
  ]

  /// Commands of the parser itself.
  static let structures: [String] = [
    "frac", "dfrac", "tfrac", "binom", "sqrt", "left", "right", "middle", "begin", "end", "text",
    "textrm", "mathrm", "mathbf", "boldsymbol", "mathcal", "mathbb", "mathit", "operatorname",
    "overset", "underset", "stackrel", "substack", "cfrac", "mathsf", "mathtt", "mathscr", "limits",
    "nolimits", "displaystyle", "textstyle",
    "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr",
  ]

  static let all: [String] =
    (Array(functions.keys) + Array(largeOperators.keys) + Array(integrals.keys)
    + Array(letters.keys) + Array(uprightLetters.keys) + Array(operators.keys)
    + Array(delimiters.keys) + Array(spaces.keys) + Array(accents.keys) + structures).sorted()
}
