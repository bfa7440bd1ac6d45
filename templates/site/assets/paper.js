// What a sheet that was filled in is made into: a QR code, a picture, a PDF. No library, no request.
window.hbPaper = (() => {
  // QR codes of level M, versions 1 to 10 (ISO/IEC 18004): 213 bytes at most.
  const sizes = [0, 26, 44, 70, 100, 134, 172, 196, 242, 292, 346];
  const corrections = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26];
  const blocks = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5];
  const powers = [];
  const logarithms = [];
  for (let i = 0, one = 1; i < 255; i += 1) {
    powers[i] = one;
    logarithms[one] = i;
    one = one < 128 ? one * 2 : (one * 2) ^ 285;
  }
  const times = (a, b) => (a && b ? powers[(logarithms[a] + logarithms[b]) % 255] : 0);
  const corrected = (data, count) => {
    let generator = [1];
    for (let i = 0; i < count; i += 1) {
      generator = [...generator, 0].map((one, at) => one ^ (at ? times(generator[at - 1], powers[i]) : 0));
    }
    const rest = [...data, ...Array(count).fill(0)];
    data.forEach((_, at) => {
      const lead = rest[at];
      generator.forEach((one, i) => { rest[at + i] ^= times(one, lead); });
    });
    return rest.slice(data.length);
  };
  const words = (bytes, version) => {
    const room = sizes[version] - corrections[version] * blocks[version];
    const length = version < 10 ? 8 : 16;
    const bits = ["0100", bytes.length.toString(2).padStart(length, "0"),
      ...bytes.map((one) => one.toString(2).padStart(8, "0")), "0000"].join("");
    const data = (bits.slice(0, room * 8).padEnd(Math.ceil(Math.min(bits.length, room * 8) / 8) * 8, "0")
      .match(/.{8}/g) || []).map((one) => parseInt(one, 2));
    for (let i = 0; data.length < room; i += 1) data.push(i % 2 ? 17 : 236);
    const short = Math.floor(room / blocks[version]);
    const long = room % blocks[version];
    const found = [];
    for (let i = 0, at = 0; i < blocks[version]; i += 1) {
      const count = short + (i < blocks[version] - long ? 0 : 1);
      found.push(data.slice(at, (at += count)));
    }
    const across = (rows) => Array.from({ length: Math.max(...rows.map((row) => row.length)) },
      (_, i) => rows.map((row) => row[i])).flat().filter((one) => one !== undefined);
    return [...across(found), ...across(found.map((one) => corrected(one, corrections[version])))];
  };
  const remainder = (value, generator, bits) => {
    let rest = value << bits;
    for (let i = 31 - Math.clz32(rest); rest && i >= bits; i = 31 - Math.clz32(rest)) {
      rest ^= generator << (i - bits);
    }
    return (value << bits) | rest;
  };
  const masks = [
    (x, y) => (x + y) % 2, (x, y) => y % 2, (x) => x % 3, (x, y) => (x + y) % 3,
    (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2, (x, y) => ((x * y) % 2) + ((x * y) % 3),
    (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
  ];
  const matrix = (version, data, mask) => {
    const count = 17 + 4 * version;
    const rows = Array.from({ length: count }, () => Array(count).fill(null));
    const put = (x, y, dark) => { if (rows[y] && x in rows[y]) rows[y][x] = Boolean(dark); };
    for (const [left, top] of [[0, 0], [count - 7, 0], [0, count - 7]]) {
      for (let y = -1; y < 8; y += 1) {
        for (let x = -1; x < 8; x += 1) {
          const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
          put(left + x, top + y, ring !== 2 && ring !== 4);
        }
      }
    }
    const last = count - 7;
    const lines = version < 2 ? [] : version < 7 ? [6, last] : [6, (6 + last) / 2, last];
    for (const x of lines) {
      for (const y of lines) {
        if ((x === 6 && (y === 6 || y === last)) || (x === last && y === 6)) continue;
        for (let dy = -2; dy < 3; dy += 1) {
          for (let dx = -2; dx < 3; dx += 1) put(x + dx, y + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
        }
      }
    }
    for (let i = 8; i < count - 8; i += 1) {
      put(i, 6, i % 2 === 0);
      put(6, i, i % 2 === 0);
    }
    const format = remainder(mask, 0x537, 10) ^ 0x5412; // level M is 00
    for (let i = 0; i < 15; i += 1) {
      const dark = (format >> i) & 1;
      put(8, i < 6 ? i : i < 8 ? i + 1 : count - 15 + i, dark);
      put(i < 8 ? count - 1 - i : i < 9 ? 7 : 14 - i, 8, dark);
    }
    put(8, count - 8, true);
    if (version > 6) {
      const told = remainder(version, 0x1f25, 12);
      for (let i = 0; i < 18; i += 1) {
        put(count - 11 + (i % 3), Math.floor(i / 3), (told >> i) & 1);
        put(Math.floor(i / 3), count - 11 + (i % 3), (told >> i) & 1);
      }
    }
    const bits = data.map((one) => one.toString(2).padStart(8, "0")).join("");
    let at = 0;
    for (let right = count - 1, up = true; right > 0; right -= 2, up = !up) {
      if (right === 6) right -= 1;
      for (let i = 0; i < count; i += 1) {
        const y = up ? count - 1 - i : i;
        for (const x of [right, right - 1]) {
          if (rows[y][x] !== null) continue;
          rows[y][x] = (bits[at] === "1") !== (masks[mask](x, y) === 0);
          at += 1;
        }
      }
    }
    return rows;
  };
  const penalty = (rows) => {
    let total = 0;
    const turned = rows.map((_, x) => rows.map((row) => row[x]));
    for (const line of [...rows, ...turned].map((row) => row.map(Number).join(""))) {
      for (const run of line.match(/0{5,}|1{5,}/g) || []) total += run.length - 2;
      total += 40 * (line.match(/(?=00001011101|10111010000)/g) || []).length;
    }
    for (let y = 1; y < rows.length; y += 1) {
      for (let x = 1; x < rows.length; x += 1) {
        if (new Set([rows[y][x], rows[y - 1][x], rows[y][x - 1], rows[y - 1][x - 1]]).size === 1) total += 3;
      }
    }
    const dark = rows.flat().filter(Boolean).length / rows.length ** 2;
    return total + 10 * Math.floor(Math.abs(dark - 0.5) * 20);
  };
  const code = (text) => {
    const bytes = [...new TextEncoder().encode(text)];
    const version = sizes.findIndex((size, at) => (
      at && size - corrections[at] * blocks[at] >= bytes.length + (at < 10 ? 2 : 3)
    ));
    const data = words(bytes, version);
    const [rows] = masks.map((_, mask) => matrix(version, data, mask))
      .sort((a, b) => penalty(a) - penalty(b));
    const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")));
    return { count: rows.length, path: path.join("") };
  };

  // Pixels of a drawing: its outlines as a picture, then the text that was typed, in its own type.
  const most = 16e6; // pixels that a telephone draws
  const canvas = async (svg) => {
    const { width, height } = svg.viewBox.baseVal;
    const scale = Math.min(300 / 72, Math.sqrt(most / (width * height)));
    const plain = svg.cloneNode(true);
    for (const text of plain.querySelectorAll("text[data-typed]")) text.remove();
    plain.setAttribute("width", width * scale);
    plain.setAttribute("height", height * scale);
    const picture = new Image();
    picture.src = "data:image/svg+xml," + encodeURIComponent(new XMLSerializer().serializeToString(plain));
    await picture.decode();
    const made = document.createElement("canvas");
    made.width = Math.round(width * scale);
    made.height = Math.round(height * scale);
    const pen = made.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, made.width, made.height);
    pen.drawImage(picture, 0, 0, made.width, made.height);
    for (const line of lines(svg)) {
      const { a, b, c, d, e, f } = line.matrix;
      pen.setTransform(a * scale, b * scale, c * scale, d * scale, e * scale, f * scale);
      pen.font = `${line.weight} ${line.size}px ${line.family}`;
      pen.textAlign = line.align;
      pen.direction = line.direction;
      pen.fillStyle = line.fill;
      pen.fillText(line.text, line.x, line.y);
    }
    return made;
  };
  const lines = (svg) => [...svg.querySelectorAll("text[data-typed]")].map((text) => {
    const get = (name) => text.getAttribute(name);
    return {
      matrix: svg.getScreenCTM().inverse().multiply(text.getScreenCTM()), text: text.textContent,
      x: Number(get("x")), y: Number(get("y")), size: Number(get("font-size")), weight: get("font-weight"),
      family: get("font-family"), fill: get("fill"), direction: get("direction"),
      align: get("text-anchor") === "middle" ? "center" : get("text-anchor"),
      long: text.getComputedTextLength(),
    };
  });
  const blob = (made, format) => new Promise((resolve) => { made.toBlob(resolve, format, 0.93); });
  const saved = (content, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 6e4);
  };
  const png = async (drawings, name) => {
    for (const [index, svg] of drawings.entries()) {
      saved(await blob(await canvas(svg), "image/png"), `${name}${index ? `-${index + 1}` : ""}.png`);
    }
  };

  // One picture of all sides, as wide as a telephone shows it: handed to another program, or saved.
  const chat = async (drawings, name) => {
    const wide = 1080;
    const sides = [];
    for (const svg of drawings) sides.push(await canvas(svg));
    const tops = sides.map((side) => Math.round((side.height * wide) / side.width));
    const made = document.createElement("canvas");
    made.width = wide;
    made.height = tops.reduce((all, one) => all + one, 0);
    const pen = made.getContext("2d");
    pen.imageSmoothingQuality = "high";
    sides.reduce((top, side, index) => {
      pen.drawImage(side, 0, top, wide, tops[index]);
      return top + tops[index];
    }, 0);
    const files = [new File([await blob(made, "image/png")], `${name}.png`, { type: "image/png" })];
    if (!navigator.canShare || !navigator.canShare({ files })) return saved(files[0], `${name}.png`);
    return navigator.share({ files }).catch((fault) => {
      if (fault.code !== DOMException.ABORT_ERR) saved(files[0], `${name}.png`);
    });
  };

  // A PDF with each side as a picture on paper of its exact size; what was typed lies over it as text
  // that is not drawn, so that it can be searched and copied.
  const hex = (text) => Array.from(text, (one) => one.charCodeAt(0).toString(16).padStart(4, "0"))
    .join("");
  const units = (text) => text.split("");
  const pdf = async (drawings, name) => {
    const parts = [];
    const places = [];
    let length = 0;
    const write = (content) => {
      parts.push(content);
      length += typeof content === "string" ? content.length : content.byteLength;
    };
    const object = (number, head, stream) => {
      places[number] = length;
      write(`${number} 0 obj\n<< ${head} >>\n`);
      if (stream !== undefined) {
        write("stream\n");
        write(stream);
        write("\nendstream\n");
      }
      write("endobj\n");
    };
    write("%PDF-1.7\n");
    const first = 6;
    const pages = drawings.map((_, index) => first + 3 * index);
    object(1, "/Type /Catalog /Pages 2 0 R");
    object(2, `/Type /Pages /Count ${pages.length} /Kids [${pages.map((one) => `${one} 0 R`).join(" ")}]`);
    const typed = drawings.flatMap((svg) => lines(svg).map((line) => line.text)).join("");
    const known = [...new Set(units(typed))].map((one) => `<${hex(one)}> <${hex(one)}>`);
    const maps = [];
    while (known.length) {
      const some = known.splice(0, 100);
      maps.push(some.length, "beginbfchar", ...some, "endbfchar");
    }
    const map = [
      "/CIDInit", "/ProcSet", "findresource", "begin", 12, "dict", "begin", "begincmap",
      "/CMapName", "/Typed", "def", "/CMapType", 2, "def",
      1, "begincodespacerange", "<0000>", "<ffff>", "endcodespacerange",
      ...maps, "endcmap", "end", "end",
    ].join(" ");
    object(3, "/Type /Font /Subtype /Type0 /BaseFont /Typed /Encoding /Identity-H "
      + "/DescendantFonts [4 0 R] /ToUnicode 5 0 R");
    object(4, "/Type /Font /Subtype /CIDFontType2 /BaseFont /Typed /DW 1000 /CIDToGIDMap /Identity "
      + "/FontDescriptor << /Type /FontDescriptor /FontName /Typed /Flags 4 /FontBBox [0 -120 1000 880] "
      + "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 740 /StemV 80 >> "
      + "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>");
    object(5, `/Length ${map.length}`, map);
    for (const [index, svg] of drawings.entries()) {
      const { width, height } = svg.viewBox.baseVal;
      const made = await canvas(svg);
      const picture = await (await blob(made, "image/jpeg")).arrayBuffer();
      const texts = lines(svg).map((line) => {
        const { a, b, c, d, e, f } = line.matrix;
        const long = line.long || 1;
        const before = { start: 0, center: long / 2, end: long }[line.align];
        const from = line.direction === "rtl" ? long - before : before;
        const x = line.x - from;
        const at = [a * x + c * line.y + e, height - (b * x + d * line.y + f)];
        const stretch = (100 * long) / (line.size * line.text.length);
        const numbers = [a, -b, -c, d, ...at].map((one) => one.toFixed(4)).join(" ");
        return ["BT", 3, "Tr", "/F", line.size.toFixed(3), "Tf", stretch.toFixed(3), "Tz", numbers, "Tm",
          `<${hex(line.text)}>`, "Tj", "ET"].join(" ");
      });
      const content = `q ${width} 0 0 ${height} 0 0 cm /I Do Q\n${texts.join("\n")}`;
      const page = first + 3 * index;
      object(page, `/Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${page + 1} 0 R `
        + `/Resources << /XObject << /I ${page + 2} 0 R >> /Font << /F 3 0 R >> >>`);
      object(page + 1, `/Length ${content.length}`, content);
      object(page + 2, `/Type /XObject /Subtype /Image /Width ${made.width} /Height ${made.height} `
        + `/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${picture.byteLength}`, picture);
    }
    const start = length;
    const rows = places.slice(1).map((one) => `${String(one).padStart(10, "0")} 00000 n \n`).join("");
    write(`xref\n0 ${places.length}\n0000000000 65535 f \n${rows}`
      + `trailer\n<< /Size ${places.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
    saved(new Blob(parts, { type: "application/pdf" }), `${name}.pdf`);
  };
  return { code, png, pdf, chat };
})();
