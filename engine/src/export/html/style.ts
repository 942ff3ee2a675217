/** The page's style sheet. Its hash stands in `policy.ts`. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --ink: #1d1c1a; --soft: #67635b; --line: #dfdbd1; --card: #fff; --warn: #a5481b;
  --attributed: #8fa7cf; --own: #d9d3c6; --nobody: #d08a60; --nobody-pale: #f0dccd; --fact: #f4e9b4; --slant: #ecdcd2;
  --h0: #2f5fb3; --h1: #0f7566; --h2: #8f469a; --h3: #a84d18; --h4: #517018; --h5: #a92f56; --h6: #33719a; --h7: #75582a;
  --serif: "Iowan Old Style", "Source Serif 4", Charter, "Bitstream Charter", Georgia, "Noto Serif", serif;
  --sans: system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171614; --ink: #e9e5dc; --soft: #a8a296; --line: #35322d; --card: #1f1d1a; --warn: #e8935f;
    --attributed: #4c6591; --own: #3e3b33; --nobody: #b3683b; --nobody-pale: #4a3325; --fact: #443c1c; --slant: #4d3727;
    --h0: #86aef0; --h1: #5cc4b1; --h2: #d493d8; --h3: #ec9a68; --h4: #a9cc62; --h5: #ee85a6; --h6: #83bfe3; --h7: #cdab74;
  }
}
.h0 { --hue: var(--h0) } .h1 { --hue: var(--h1) } .h2 { --hue: var(--h2) } .h3 { --hue: var(--h3) }
.h4 { --hue: var(--h4) } .h5 { --hue: var(--h5) } .h6 { --hue: var(--h6) } .h7 { --hue: var(--h7) }
.nobody { --hue: var(--warn) }

* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { margin: 0 auto; max-width: 70rem; padding: 2.6rem 1.5rem 3rem 3.6rem; background: var(--paper); color: var(--ink); font: 400 15px/1.5 var(--sans); overflow-wrap: anywhere }
p, ul { margin: 0; padding: 0 } ul { list-style: none }
a { color: inherit }
a:focus-visible { outline: 2px solid var(--hue, var(--h0)); outline-offset: 2px; border-radius: 2px }

header { margin-bottom: 2.2rem }
h1 { font: 600 2rem/1.18 var(--serif); letter-spacing: -.012em; margin: 0 0 .5rem; max-width: 40rem; text-wrap: balance }
.byline, .particulars { color: var(--soft); font-size: 13.5px; max-width: 40rem }
.tally { display: block; width: 100%; max-width: 40rem; height: 6px; border-radius: 3px; margin: 1.1rem 0 .55rem }
.legend { display: flex; flex-wrap: wrap; gap: .15rem 1.2rem; font-size: 12.5px; color: var(--soft) }
.key { display: inline-block; width: 9px; height: 9px; border-radius: 2px; margin-right: .45em }
.key.v-attributed { background: var(--attributed) } .key.v-own { background: var(--own) }
.key.v-mixed { background: linear-gradient(var(--attributed) 50%, var(--own) 50%) }
.key.v-agentless { background: repeating-linear-gradient(135deg, var(--nobody) 0 2px, var(--nobody-pale) 2px 4px) }
rect.v-attributed { fill: var(--attributed) } rect.v-own { fill: var(--own) } rect.v-agentless { fill: url(#hatch) }
rect.v-nobody { fill: var(--nobody) } rect.v-nobody-pale { fill: var(--nobody-pale) }
.sources { display: flex; flex-wrap: wrap; gap: .4rem; margin-top: 1rem; font-size: 12.5px }
.sources a { display: block; padding: .16rem .7rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--card); text-decoration: none }
.sources a::before { content: ""; display: inline-block; width: 8px; height: 8px; border-radius: 4px; margin-right: .5em; background: var(--hue) }
.sources .nobody::before { background: none; border: 1.5px dashed var(--hue) }
.sources small, .switches small { color: var(--soft); margin-left: .15em }
.switches { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; margin: 1rem 0 0; padding: 0; border: 0; font-size: 12.5px; color: var(--soft) }
.switches legend { float: left; margin-right: 0; padding: 0 } .switches label { color: var(--ink); cursor: pointer }
.switches input { margin: 0 .2em 0 0; vertical-align: -.15em; accent-color: var(--h0) }

main { position: relative }
.side { position: absolute; top: 0; bottom: 0; left: -2.4rem }
.strip { display: block; position: sticky; top: 1.5rem; width: 12px; height: min(100%, 100vh - 3rem) }
.text { display: flow-root; font: 400 1.16rem/1.66 var(--serif) }
.text > p { float: left; clear: left; width: 60%; margin: 0 0 1.02em; white-space: pre-line; scroll-margin-top: 1.5rem; hanging-punctuation: first }
.text > p.heading { font-weight: 600; line-height: 1.35; margin-top: .5em; margin-bottom: .7em }
b { color: var(--hue); font-weight: 600 }
i { font-style: italic }
u { text-decoration: underline 2px color-mix(in srgb, var(--hue) 58%, transparent); text-underline-offset: .22em }
u.d1 { text-decoration-thickness: 1.5px; text-underline-offset: .42em }
u.d2 { text-decoration-thickness: 1.5px; text-underline-offset: .58em }
u.nobody { text-decoration-style: dashed; text-decoration-thickness: 1.5px }
mark, .found > div { --tint: initial; --shown: initial }
body:has(#show-place:checked) .place, body:has(#show-time:checked) .time, body:has(#show-quantity:checked) .quantity { --tint: var(--fact); --shown: block }
body:has(#show-wording:checked) .wording { --tint: var(--slant); --shown: block }
mark { color: inherit; background: linear-gradient(transparent 58%, var(--tint, transparent) 58%) }
mark::after { position: fixed; z-index: 1; left: 1rem; bottom: 1rem; max-width: calc(100vw - 2rem); padding: .35rem .7rem; border: 1px solid var(--line); border-radius: 6px; background: var(--card); color: var(--ink); font: 400 12.5px/1.4 var(--sans); box-shadow: 0 1px 6px rgb(0 0 0 / .12) }
mark:is(:hover, :focus)::after { content: attr(data-tip); display: var(--shown, none) }
mark:focus-visible, mark:target { outline: 2px solid var(--hue, var(--ink)); outline-offset: 1px; border-radius: 2px }
.ref { font: 500 10.5px/1 var(--sans); vertical-align: .62em; margin-left: .12em; padding: .2em .1em; color: var(--soft); text-decoration: none; user-select: none }
.ref:hover, .number:hover { color: var(--ink); text-decoration: underline }

aside { float: right; clear: right; width: 36%; padding-top: .3rem; margin-bottom: .3rem; font: 400 12.5px/1.45 var(--sans) }
.note { position: relative; border-left: 2.5px solid var(--hue); padding: .1rem .5rem .12rem .7rem; margin-bottom: .38rem; scroll-margin-top: 1.5rem }
.note.nobody { border-left-style: dashed }
.i1 { margin-left: 1.2rem } .i2 { margin-left: 2.4rem } .i3 { margin-left: 3.6rem }
.i1::before, .i2::before, .i3::before { content: ""; position: absolute; left: -1.2rem; top: -.5rem; width: .8rem; height: 1.2rem; border: solid var(--line); border-width: 0 0 1.5px 1.5px; border-bottom-left-radius: 6px }
.note b { color: inherit; font-weight: 620 }
.note p:first-child { color: var(--soft) } .note p:first-child :is(b, i, i + bdi) { color: var(--ink) }
.note p:first-child i { font: italic 400 1.08em/1.3 var(--serif); white-space: pre-wrap }
.note small { font-size: 11px; letter-spacing: .02em }
.number { float: right; margin-left: .6em; color: var(--soft); text-decoration: none; font-variant-numeric: tabular-nums }
.who { font-style: italic; color: var(--soft) } .chain { color: var(--soft) } .chain span { opacity: .7 }
.note em { font-style: normal; color: var(--warn) }
.doubt { color: var(--warn); padding-left: .7rem; margin-bottom: .5rem } .doubt::before { content: "Doubt: "; font-weight: 600 }
.on, .note:target { background: color-mix(in srgb, var(--hue, var(--warn)) 14%, transparent); border-radius: 2px }
.note.on, .note:target { border-radius: 0 6px 6px 0 }

.found > div { display: var(--shown, none); max-width: 40rem; margin-top: 2rem; font-size: 12.5px }
.found h2 { font: 600 12.5px/1.5 var(--sans); margin: 0 0 .2rem; text-transform: capitalize }
.found ul { columns: 17rem; column-gap: 2rem } .found li { break-inside: avoid; margin-bottom: .15rem; scroll-margin-top: 1.5rem }
.found small { color: var(--soft) } .found li:target { background: color-mix(in srgb, var(--ink) 8%, transparent) }

footer { max-width: 40rem; margin-top: 2.6rem; padding-top: .9rem; border-top: 1px solid var(--line); font-size: 12.5px; color: var(--soft) }
footer p { margin-bottom: .4rem } .key-line { line-height: 1.9 }
.empty { color: var(--soft) }
.unread { border-left: 2.5px solid var(--warn); padding: .3rem .8rem; margin-bottom: 1.4rem; color: var(--warn) }

@media (max-width: 56rem) {
  body { padding: 1.4rem 1.1rem 2rem 1.7rem }
  h1 { font-size: 1.6rem }
  .side { left: -1.05rem } .strip { width: 6px }
  .text { font-size: 1.09rem }
  .text > p, aside { float: none; width: auto; max-width: 40rem }
  .text > p { margin-bottom: .6em }
  aside { margin: 0 0 1.3rem .2rem }
  .sources { gap: .1rem 1.1rem } .sources a { padding: 0; border: 0; background: none }
}

@media print {
  :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --card: #fff }
  @page { margin: 16mm 15mm }
  body { max-width: none; padding: 0; font-size: 9pt; background: none }
  h1 { font-size: 18pt; max-width: none } .tally, footer { max-width: none }
  svg, .key, .sources a::before, mark { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  .side, .switches, mark::after { display: none }
  .found > div { display: block; max-width: none; margin-top: .8rem; font-size: 8pt }
  .found h2, .found ul, .found li { display: inline; font-size: inherit } .found h2::after { content: ": " } .found li:not(:last-child)::after { content: " · " }
  .text { font-size: 10.5pt; line-height: 1.6 }
  .text > p { float: left; width: 64%; max-width: none; break-inside: avoid }
  aside { float: right; width: 32%; margin: 0 0 .5rem; font-size: 8pt }
  .note, .doubt, footer { break-inside: avoid } h1, .heading { break-after: avoid }
  .on, .note:target { background: none }
  .sources a { padding: 0 .6em; font-size: 8pt }
}
`
