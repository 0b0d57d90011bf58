namespace Relight.Web.Tests;

/// <summary>Checks that run in the page. Each gives what it found, one line for each.</summary>
internal static class PageChecks
{
    /// <summary>Landmarks, headings, names of controls and links, tables, ids.</summary>
    public const string Accessibility = """
        () => {
          const found = [];
          const say = (what, element) => found.push(`${location.pathname}: ${what}: ${element?.outerHTML?.slice(0, 120) ?? ""}`);
          const all = (selector) => [...document.querySelectorAll(selector)];
          const shown = (element) => element.checkVisibility?.() ?? true;
          for (const landmark of ["header", "main", "footer", "nav[aria-label]"]) if (!document.querySelector(landmark)) say(`no ${landmark}`);
          if (!document.title) say("no title");
          let level = 0;
          for (const heading of all("main h1, main h2, main h3")) {
            const own = Number(heading.tagName[1]);
            if (own > level + 1) say("heading skips a level", heading);
            level = own;
          }
          const nameOf = (e) => (e.getAttribute("aria-label") ?? "") + (e.labels ? [...e.labels].map((l) => l.textContent).join("") : "")
            + (e.getAttribute("title") ?? "") + e.textContent;
          for (const e of all("a[href], button, input, select")) if (shown(e) && !nameOf(e).trim()) say("no name", e);
          for (const e of all("table")) {
            if (!e.caption?.textContent.trim()) say("no caption", e);
            if (!e.querySelector("th[scope=col]")) say("no column headings", e);
          }
          for (const e of all("svg")) if (!e.closest("[aria-hidden=true]") && !e.getAttribute("aria-label")) say("drawing without a name", e);
          for (const e of all("[aria-describedby], [aria-labelledby]"))
            for (const id of (e.getAttribute("aria-describedby") ?? e.getAttribute("aria-labelledby")).split(" "))
              if (!document.getElementById(id)) say(`names ${id}, which is not there`, e);
          const ids = all("[id]").map((e) => e.id);
          ids.filter((id, i) => ids.indexOf(id) !== i).forEach((id) => say(`id ${id} stands twice`));
          return found;
        }
        """;

    /// <summary>Text with less contrast than 4.5, or 3 where it is large, against the nearest ground behind it.</summary>
    public const string Contrast = """
        () => {
          const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          const rgba = (colour) => {
            canvas.clearRect(0, 0, 1, 1);
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
            return [...canvas.getImageData(0, 0, 1, 1).data];
          };
          const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
            .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const ground = (element) => {
            for (let e = element; e; e = e.parentElement) {
              const colour = rgba(getComputedStyle(e).backgroundColor);
              if (colour[3] > 250) return colour;
            }
            return [255, 255, 255, 255];
          };
          const found = new Set();
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            if (!walker.currentNode.textContent.trim() || !element.checkVisibility?.() || element.closest("svg, script, .sr, .skip, option")) continue;
            const style = getComputedStyle(element);
            const [a, b] = [light(rgba(style.color)), light(ground(element))];
            const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            const large = parseFloat(style.fontSize) >= 24;
            if (contrast < (large ? 3 : 4.5)) found.add(`${location.pathname}: ${contrast.toFixed(2)} "${element.textContent.trim().slice(0, 40)}" .${element.className}`);
          }
          return [...found];
        }
        """;

    /// <summary>Tables that are wider than their frame, so that columns are out of sight.</summary>
    public const string CutOff = """
        () => [...document.querySelectorAll(".table-frame")]
          .filter((frame) => frame.checkVisibility() && frame.scrollWidth > frame.clientWidth + 1)
          .map((frame) => `${location.pathname}: ${frame.querySelector("caption")?.textContent}: ${frame.scrollWidth} in ${frame.clientWidth}`)
        """;

    /// <summary>Names of areas on the map that are not in the country, or cover another name or a damaged element at one place.</summary>
    public const string NamesOnMap = """
        () => {
          const found = [];
          const land = document.querySelector("svg.map .land");
          const names = [...document.querySelectorAll("svg.map .area")].map((e) => ({ text: e.textContent, box: e.getBBox() }));
          const damage = [...document.querySelectorAll("svg.map .hurt .core")].map((e) => e.getBBox());
          const meet = (a, b, apart) => a.x < b.x + b.width + apart && b.x < a.x + a.width + apart && a.y < b.y + b.height + apart && b.y < a.y + a.height + apart;
          for (const { text, box } of names) {
            const [left, right, middle] = [box.x, box.x + box.width, box.y + box.height / 2];
            if (![left, right].every((x) => land.isPointInFill(new DOMPoint(x, middle)))) found.push(`${text} is not in the country`);
            if (damage.some((mark) => meet(box, mark, 2))) found.push(`${text} covers damage`);
            for (const other of names) if (other.text < text && meet(box, other.box, 0)) found.push(`${text} covers ${other.text}`);
          }
          return found;
        }
        """;

    /// <summary>Three or more English words in a row in text that the page says is in another language.</summary>
    public const string EnglishLeftOver = """
        () => {
          const language = document.documentElement.lang;
          const found = new Set();
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            const text = walker.currentNode.textContent;
            if (element.closest("script, code, title") || element.closest("[lang]").lang !== language) continue;
            if (/[A-Za-z]{2,}[ ,]+[A-Za-z]{2,}[ ,]+[A-Za-z]{2,}/.test(text)) found.add(`${location.pathname}: ${text.trim().slice(0, 80)}`);
          }
          for (const e of document.querySelectorAll("[aria-label], [title], [placeholder]"))
            for (const name of ["aria-label", "title", "placeholder"])
              if (e.closest("[lang]").lang === language && !e.closest("svg.map, svg.gantt") && /[A-Za-z]{3,} [A-Za-z]{3,}/.test(e.getAttribute(name) ?? ""))
                found.add(`${location.pathname}: ${name} ${e.getAttribute(name)}`);
          return [...found];
        }
        """;
}
