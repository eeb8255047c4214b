import Testing

@testable import Site

@Suite struct MathMLTests {
  static let formulas: [(tex: String, inside: String)] = [
    ("x", "<mi>x</mi>"),
    ("12.5", "<mn>12.5</mn>"),
    ("a-b", "<mrow><mi>a</mi><mo>−</mo><mi>b</mi></mrow>"),
    ("x^2", "<msup><mi>x</mi><mn>2</mn></msup>"),
    ("u_{ij}", "<msub><mi>u</mi><mrow><mi>i</mi><mi>j</mi></mrow></msub>"),
    ("u_i^2", "<msubsup><mi>u</mi><mi>i</mi><mn>2</mn></msubsup>"),
    ("u^2_i", "<msubsup><mi>u</mi><mi>i</mi><mn>2</mn></msubsup>"),
    ("f'", "<msup><mi>f</mi><mo>′</mo></msup>"),
    ("\\frac{a}{b}", "<mfrac><mi>a</mi><mi>b</mi></mfrac>"),
    ("\\sqrt{x}", "<msqrt><mi>x</mi></msqrt>"),
    ("\\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>"),
    ("\\sum_{i=1}^n", "<munderover><mo>∑</mo>"),
    ("\\max_x", "<munder><mi>max</mi><mi>x</mi></munder>"),
    ("\\log x", "<mi>log</mi><mi>x</mi>"),
    ("\\alpha\\Omega", "<mi>α</mi><mi mathvariant=\"normal\">Ω</mi>"),
    ("\\hat r", "<mover accent=\"true\"><mi>r</mi><mo stretchy=\"false\">^</mo></mover>"),
    ("\\hat{r}_{ij}", "<msub><mover accent=\"true\">"),
    ("a \\cdot b \\times c", "<mo>⋅</mo><mi>b</mi><mo>×</mo>"),
    ("a \\le b \\ge c \\approx d \\ne e", "<mo>≤</mo><mi>b</mi><mo>≥</mo><mi>c</mi><mo>≈</mo>"),
    ("x \\in \\mathbb{R}", "<mo>∈</mo><mi mathvariant=\"normal\">ℝ</mi>"),
    ("\\mathbf{u}", "<mi mathvariant=\"normal\">𝐮</mi>"),
    ("\\boldsymbol\\theta", "<mi mathvariant=\"normal\">𝛉</mi>"),
    ("\\mathcal{L}", "<mi mathvariant=\"normal\">ℒ</mi>"),
    ("\\text{row 1}", "<mtext>row\u{A0}1</mtext>"),
    ("a \\to \\infty, \\ldots", "<mo>→</mo><mi mathvariant=\"normal\">∞</mi>"),
    (
      "\\left( x \\right)",
      "<mrow><mo fence=\"true\" stretchy=\"true\">(</mo><mi>x</mi>"
        + "<mo fence=\"true\" stretchy=\"true\">)</mo></mrow>"
    ),
    ("\\left\\{ x \\right.", "<mo fence=\"true\" stretchy=\"true\"></mo>"),
    (
      "\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}",
      "<mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd>"
    ),
    ("\\begin{cases} 1 & x \\\\ \\end{cases}", "</mtr></mtable>"),
    ("\\begin{aligned} a &= b \\end{aligned}", "<mtable class=\"aligned\" displaystyle=\"true\">"),
    ("\\left( a \\middle| b \\right)", "<mo fence=\"true\" stretchy=\"true\">|</mo><mi>b</mi>"),
    ("a < b", "<mo>&lt;</mo>"),
    ("\\mathsf{W}", "<mi mathvariant=\"normal\">𝖶</mi>"),
    (
      "\\sum_{\\substack{i < n \\\\ j}}",
      "<mtable class=\"lines\"><mtr><mtd><mrow><mi>i</mi><mo>&lt;</mo><mi>n</mi></mrow></mtd></mtr>"
        + "<mtr><mtd><mi>j</mi></mtd></mtr></mtable>"
    ),
    ("\\begin{Vmatrix} 1 \\end{Vmatrix}", "stretchy=\"true\">‖</mo>"),
  ]

  /// What lessons write: the descent rules, the schedules, softmax and its gradient.
  @Test(arguments: [
    "\\hat{m}_t = \\frac{m_t}{1 - \\beta_1^t}, \\quad w \\leftarrow w - \\eta \\frac{\\hat m_t}{\\sqrt{\\hat v_t} + \\epsilon}",
    "p = \\begin{cases} t / \\text{cut} & \\text{if } t < \\text{cut} \\\\ 1 - \\dfrac{t - cut}{cut \\cdot (1/f - 1)} & \\text{otherwise} \\end{cases}",
    "\\eta_t = \\eta_{\\max} \\cdot \\frac{1 + p \\cdot (\\mathit{ratio} - 1)}{\\mathit{ratio}}",
    "\\frac{\\partial L}{\\partial z_k} = p_k - y_k = \\operatorname{softmax}(z)_k - \\mathbf{1}[k = c]",
    "\\begin{aligned} L &= -\\sum_{k=1}^{K} y_k \\log \\hat p_k \\\\ &= \\log \\sum_{k} \\exp(z_k - \\max_j z_j) \\end{aligned}",
    "\\delta_l = (W_{l+1}^\\top \\delta_{l+1}) \\odot \\sigma'(z_l)",
    "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} \\begin{bmatrix} x \\\\ y \\end{bmatrix}",
    "\\cos\\theta = \\frac{a \\cdot b}{\\lVert a \\rVert \\, \\lVert b \\rVert}, \\bar x \\approx \\tfrac{1}{2}",
    "\\mathbb{E}_{x \\sim p}\\left[ \\lVert \\nabla_w L \\rVert_2^2 \\right] \\le \\lambda \\, \\|w\\|^2",
    "\\min(600, \\lfloor 1.6 \\cdot n^{0.56} \\rceil)", "O(n^2) \\gg 10^{-8}",
    "\\lim_{h \\to 0} \\frac{f(x + h) - f(x - h)}{2h} = \\frac{\\mathrm{d}f}{\\mathrm{d}x}",
    "\\underbrace{\\mu + b_u + b_m}_{\\text{biases}} + \\vec u \\cdot \\vec m",
  ])
  func whatLessonsNeed(tex: String) {
    #expect(throws: Never.self) { try MathML.render(tex: tex, display: true) }
  }

  @Test(arguments: formulas)
  func formula(_ example: (tex: String, inside: String)) throws {
    let math = try MathML.render(tex: example.tex, display: true).rendered
    #expect(math.hasPrefix("<math display=\"block\" alttext="))
    #expect(math.contains(example.inside), "\(math)")
  }

  @Test func limitsStandBesideTheSumInText() throws {
    let math = try MathML.render(tex: "\\sum_{i=1}^n i", display: false).rendered
    #expect(math.contains("<msubsup><mo>∑</mo>"))
  }

  static let mistakes: [(tex: String, message: String, advice: String?, offset: Int)] = [
    ("a + \\lamda", "unknown math command ‘\\lamda’", "did you mean ‘\\lambda’?", 4),
    ("\\frac{a}", "something must follow this", nil, 0),
    ("x_", "something must follow this", nil, 1),
    ("x_1_2", "a second subscript on the same symbol", nil, 3),
    ("{x", "this ‘{’ is never closed", nil, 0),
    ("x}", "this ‘}’ closes nothing", nil, 1),
    ("\\left( x", "this ‘\\left’ has no ‘\\right’", nil, 0),
    ("x \\right)", "this closes nothing", nil, 2),
    ("\\left x", "this is no delimiter", "write ( ) [ ] | \\{ \\} or .", 6),
    ("x^12", "more than one digit without braces", "write {12}, or 1 2 with a space", 2),
    (
      "\\begin{pmatirx}1\\end{pmatirx}", "unknown environment ‘pmatirx’",
      "did you mean ‘pmatrix’?", 7
    ),
    ("\\begin{cases}1", "this ‘\\begin{cases}’ has no ‘\\end’", nil, 0),
    ("a & b", "‘&’ belongs inside an environment such as aligned or pmatrix", nil, 2),
    ("é \\foo", "unknown math command ‘\\foo’", nil, 3),
  ]

  @Test(arguments: mistakes)
  func mistake(_ example: (tex: String, message: String, advice: String?, offset: Int)) {
    let problem = #expect(throws: MathProblem.self) {
      try MathML.render(tex: example.tex, display: false)
    }
    #expect(problem?.message == example.message)
    if example.advice != nil { #expect(problem?.advice == example.advice) }
    #expect(problem?.offset == example.offset)
  }

  @Test(arguments: ["{", "\\sqrt{", "\\left(", "x^{", "\\frac{", "\\hat "])
  func deepNestingIsRefused(_ opening: String) {
    let tex = String(repeating: opening, count: 50_000)
    #expect(throws: MathProblem.self) { try MathML.render(tex: tex, display: true) }
  }

  @Test func knownCommandsAllDraw() throws {
    let symbols = [
      TeXSymbols.letters, TeXSymbols.uprightLetters, TeXSymbols.operators,
      TeXSymbols.largeOperators, TeXSymbols.integrals, TeXSymbols.delimiters, TeXSymbols.spaces,
    ]
    for name in symbols.flatMap(\.keys) {
      #expect(throws: Never.self) { try MathML.render(tex: "\\\(name) x", display: false) }
    }
  }
}
