// Time of day and time since the window opened; a click starts the count again.
export default function ({ parentElement }) {
  const [now, since, again] = ['.now', '.since', 'button'].map((name) => parentElement.querySelector(name))
  const start = () => sessionStorage.setItem('walkthrough start', String(Date.now()))
  if (!sessionStorage.getItem('walkthrough start')) start()
  const two = (number) => String(number).padStart(2, '0')
  const tick = () => {
    const seconds = Math.max(0, Math.floor((Date.now() - Number(sessionStorage.getItem('walkthrough start'))) / 1000))
    const date = new Date()
    now.textContent = `${two(date.getHours())}:${two(date.getMinutes())}`
    since.textContent = `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`
  }
  again.onclick = () => { start(); tick() }
  tick()
  const timer = setInterval(tick, 500)
  return () => clearInterval(timer)
}
