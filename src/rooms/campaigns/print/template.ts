// SPDX-License-Identifier: EUPL-1.2

/**
 * The only program that typst ever runs here. Words of people are data in `sys.inputs.data`: they reach the page as
 * strings inside `text(...)` and are never read as markup, so nothing that is typed can call, read or draw anything.
 */
export const TEMPLATE = `
#let d = json(bytes(sys.inputs.data))
#let side(name) = if name == "right" { right } else if name == "center" { center } else { left }
#let stand(name) = if name == "bottom" { bottom } else if name == "horizon" { horizon } else { top }
#set document(title: d.title, author: (), date: none)
#set text(font: ("Noto Sans", "Noto Sans Arabic", "Noto Sans SC"), fallback: true, lang: d.lang, dir: if d.dir == "rtl" { rtl } else { ltr },
  hyphenate: false, top-edge: 0.85em, bottom-edge: -0.25em)
#set par(justify: false, leading: d.leading * 1em, spacing: d.leading * 1em + 0.45em)

#let cut(c) = {
  let p(n) = (c.at(n) * 1mm, c.at(n + 1) * 1mm)
  if c.at(0) == "M" { curve.move(p(1)) }
  else if c.at(0) == "L" { curve.line(p(1)) }
  else if c.at(0) == "C" { curve.cubic(p(1), p(3), p(5)) }
  else { curve.close(mode: "straight") }
}
#let shape(s) = place(top + left, curve(fill: rgb(s.fill), ..s.path.map(cut)))

#let written(b, scale) = {
  set text(size: b.size * scale * 1pt, weight: if b.bold { 700 } else { 400 }, fill: rgb(b.colour), dir: if b.dir == "rtl" { rtl } else { ltr })
  set align(side(b.align))
  set par(leading: b.leading * 1em, spacing: b.leading * 1em + 0.4em)
  for one in b.paragraphs { par(text(one)) }
}
// How many lines a box's words take at this scale, whether they fit, and whether one word is wider than the box.
#let measured(b, scale) = {
  let room = b.w * 1mm
  let high = measure(block(width: room, written(b, scale))).height
  let em = b.size * scale * 1pt
  let pitch = (1.1 + b.leading) * em
  let lines = calc.round((high + b.leading * em) / pitch)
  let word = b.words.fold(0pt, (most, one) => calc.max(most, measure(text(size: em, weight: if b.bold { 700 } else { 400 }, one)).width))
  let fits = high <= b.h * 1mm + 0.01mm and word <= room and (b.lines == 0 or lines <= b.lines)
  (lines: lines, wide: word > room, fits: fits, scale: scale)
}
#let fitted(b) = {
  let tries = d.scales.map(scale => measured(b, scale))
  let good = tries.filter(one => one.fits)
  if good.len() > 0 { good.first() } else { tries.last() }
}
// The narrowest room in which the words take no more lines: no last line of one word.
#let even(b, fit) = {
  if fit.lines < 2 or b.paragraphs.len() != 1 or not fit.fits { b.w }
  else {
    let same(w) = { let one = measured((..b, w: w), fit.scale); one.lines == fit.lines and not one.wide }
    calc.min(b.w, ..range(1, 11).map(n => b.w * (1 - n * 0.05)).filter(same))
  }
}
#let boxed(b) = context {
  let fit = fitted(b)
  [#metadata((id: b.id, lines: fit.lines, allowed: b.lines, wide: fit.wide, fits: fit.fits, scale: fit.scale)) <fit>]
  place(top + left, dx: b.x * 1mm, dy: b.y * 1mm,
    block(width: b.w * 1mm, height: b.h * 1mm, align(stand(b.stand) + side(b.align), block(width: even(b, fit) * 1mm, written(b, fit.scale)))))
}
#let pictured(p) = place(top + left, dx: p.x * 1mm, dy: p.y * 1mm,
  block(width: p.w * 1mm, height: p.h * 1mm, align(horizon + side(p.align), image(p.path, width: p.w * 1mm, height: p.h * 1mm, fit: "contain", alt: p.alt))))

#let sheet(one) = {
  set page(width: d.page.w * 1mm, height: d.page.h * 1mm, margin: 0pt)
  page({
    pdf.artifact({
      place(top + left, dx: d.page.slug * 1mm, dy: d.page.slug * 1mm,
        box(width: (d.page.w - 2 * d.page.slug) * 1mm, height: (d.page.h - 2 * d.page.slug) * 1mm, clip: true,
          place(top + left, dx: d.page.bleed * 1mm, dy: d.page.bleed * 1mm, one.shapes.map(shape).join())))
      one.marks.map(shape).join()
    })
    place(top + left, dx: (d.page.slug + d.page.bleed) * 1mm, dy: (d.page.slug + d.page.bleed) * 1mm, {
      one.boxes.map(boxed).join()
      one.pictures.map(pictured).join()
    })
  })
}

#let flowing(f) = {
  set page(width: 210mm, height: 297mm, margin: (x: 24mm, top: 26mm, bottom: 22mm),
    header: context if counter(page).get().first() == 1 {
      pdf.artifact(place(top + if d.dir == "rtl" { left } else { right }, dx: if d.dir == "rtl" { -10mm } else { 10mm }, dy: 5mm,
        box(width: 44mm, height: 20mm, f.shapes.map(shape).join())))
    },
    footer: text(size: 8.5pt, fill: rgb(f.quiet), f.foot))
  set text(size: 12.5pt, fill: rgb(f.ink))
  show heading.where(level: 1): it => block(below: 1.1em, text(size: 21pt, weight: 700, it.body))
  show heading.where(level: 2): it => block(above: 1.5em, below: 0.7em, text(size: 13pt, weight: 700, fill: rgb(f.strong), it.body))
  for b in f.blocks {
    if b.as == "title" { heading(level: 1, text(b.text)) }
    else if b.as == "part" { heading(level: 2, text(b.text)) }
    else if b.as == "lead" { par(text(size: 13.5pt, b.text)) }
    else if b.as == "note" { block(fill: rgb(f.wash), inset: 9pt, radius: 3pt, width: 100%, par(text(size: 10pt, b.text))) }
    else if b.as == "table" {
      set text(size: 9.5pt)
      table(columns: b.widths.map(w => w * 1fr), stroke: 0.4pt + rgb(f.quiet), inset: 5pt,
        table.header(..b.head.map(cell => text(weight: 700, cell))),
        ..b.rows.flatten().map(cell => {
          set text(dir: if cell.dir == "rtl" { rtl } else { ltr })
          align(if cell.dir == "rtl" { right } else { left }, par(text(cell.text)))
        }))
    }
    else { par(text(b.text)) }
  }
}

#if d.flow != none { flowing(d.flow) }
#for one in d.pages { sheet(one) }
`;
