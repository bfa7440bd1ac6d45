// A copy button on each block of words, where the browser can copy.
if (navigator.clipboard) {
  for (const block of document.querySelectorAll("[data-copy]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "hb-copy-button";
    button.textContent = block.dataset.copy;
    button.addEventListener("click", async () => {
      const lines = [...block.querySelectorAll("p, li")].map((line) => line.textContent.trim());
      await navigator.clipboard.writeText(lines.join("\n"));
      button.textContent = block.dataset.copied;
    });
    block.after(button);
  }
}
