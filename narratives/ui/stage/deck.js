// The walkthrough's keys, progress line, swipe and second window. Runs again only when `data` changes.
// data: {index, ids, count, titles, channel, present, presenter}; triggers: go, with the id of a step, and act.
export default function ({ data, parentElement, setTriggerValue }) {
  const s = (window.__walkthrough ??= { i: data.index, t: -1e9, typed: '' })
  const quiet = () => performance.now() - s.t < 600            // echoes of our own burst are ignored
  const last = data.count - 1

  if (!s.channel || s.name !== data.channel) {
    s.channel?.close()
    s.name = data.channel
    s.channel = new BroadcastChannel(data.channel)
    s.fresh = data.presenter                                   // a presenter window asks where the stage is
    if (s.fresh) s.channel.postMessage({ ask: true })
  }
  const tell = () => s.channel.postMessage({ index: s.i })
  const go = (to, local = true) => {
    const j = Math.min(last, Math.max(0, to))
    if (j === s.i) return
    s.i = j
    s.t = performance.now()
    if (local) tell()
    draw()
    for (let each = parentElement.host ?? parentElement; each; each = each.parentElement) each.scrollTop = 0
    setTriggerValue('go', data.ids[j])
  }
  s.channel.onmessage = ({ data: said }) => {
    if (said.ask) return s.fresh ? undefined : tell()
    s.fresh = false
    if (Number.isInteger(said.index)) go(said.index, false)
  }
  if (!quiet() && data.index !== s.i) { s.i = data.index; tell() } // moved by a button, the list or Back

  const stage = (on) => {
    const url = new URL(location.href)
    for (const name of ['present', 'embed', 'view']) url.searchParams.delete(name)
    if (on) { url.searchParams.set('present', '1'); url.searchParams.set('embed', 'true') }
    location.assign(url)
  }
  const second = () => {
    const url = new URL(location.href)
    url.searchParams.delete('present')
    url.searchParams.delete('embed')
    url.searchParams.set('view', 'presenter')
    window.open(url, 'presenter', 'popup,width=1100,height=800')
  }
  const full = () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
  const acts = {
    back: () => go(s.i - 1), next: () => go(s.i + 1),
    f: full, x: () => stage(false), p: () => stage(true), n: second,
    e: () => setTriggerValue('act', 'receipts'), q: () => setTriggerValue('act', 'code'),
    h: () => setTriggerValue('act', 'keys'), '?': () => setTriggerValue('act', 'keys'),
  }

  const onKey = (e) => {
    if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || document.querySelector('[role=dialog]')) return
    const at = e.composedPath()[0]
    const typing = 'input,textarea,select,[contenteditable],[role=slider],[role=tab],[role=radio],[role=combobox],[role=listbox]'
    if (at instanceof Element && at.closest(typing)) return
    if ((e.key === ' ' || e.key === 'Enter') && at instanceof Element && at.closest('button,a,summary')) return
    if (/^[0-9]$/.test(e.key)) { s.typed += e.key; return }
    if (e.key === 'Enter' && s.typed) { go(Number(s.typed) - 1); s.typed = ''; e.preventDefault(); return }
    s.typed = ''
    const by = { ArrowRight: 1, PageDown: 1, ' ': e.shiftKey ? -1 : 1, ArrowLeft: -1, PageUp: -1, Home: -data.count, End: data.count }[e.key]
    if (by) { e.preventDefault(); go(s.i + by) } else if (acts[e.key.toLowerCase()]) { e.preventDefault(); acts[e.key.toLowerCase()]() }
  }
  const onDown = (e) => { s.from = e.touches.length === 1 ? [e.touches[0].clientX, e.touches[0].clientY] : null }
  const onUp = (e) => {
    if (!s.from) return
    const [x, y] = [e.changedTouches[0].clientX - s.from[0], e.changedTouches[0].clientY - s.from[1]]
    s.from = null
    if (Math.abs(x) > 60 && Math.abs(y) < 40) go(s.i + (x < 0 ? 1 : -1))
  }
  s.off?.()
  document.addEventListener('keydown', onKey)
  document.addEventListener('touchstart', onDown, { passive: true })
  document.addEventListener('touchend', onUp, { passive: true })
  s.off = () => {
    document.removeEventListener('keydown', onKey)
    document.removeEventListener('touchstart', onDown)
    document.removeEventListener('touchend', onUp)
  }

  const line = parentElement.querySelector('ol')
  if (line.childElementCount !== data.count) {
    line.replaceChildren(...data.titles.map((title, i) => {
      const item = document.createElement('li'), button = document.createElement('button')
      button.type = 'button'
      button.title = title
      button.setAttribute('aria-label', `Step ${i + 1} of ${data.count}: ${title}`)
      item.append(button)
      return item
    }))
  }
  const draw = () => [...line.querySelectorAll('button')].forEach((button, i) => {
    button.onclick = () => go(i)
    button.toggleAttribute('data-past', i <= s.i)
    if (i === s.i) button.setAttribute('aria-current', 'step')
    else button.removeAttribute('aria-current')
  })
  draw()
  const bar = parentElement.querySelector('.bar')
  bar.hidden = data.presenter
  for (const button of bar.querySelectorAll('button')) button.onclick = () => acts[button.dataset.key]()
  bar.querySelector('[data-key=p]').hidden = data.present
  bar.querySelector('[data-key=x]').hidden = !data.present
  return () => s.off()
}
