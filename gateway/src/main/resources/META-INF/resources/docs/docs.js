// Shows /openapi.json as a list of operations. Plain DOM calls only: the page's policy allows no inline code or style.
'use strict';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

function element(name, text, className) {
  const node = document.createElement(name);
  if (text) node.textContent = text;
  if (className) node.className = className;
  return node;
}

function rows(entries) {
  const table = element('table');
  for (const [left, right] of entries) {
    const row = element('tr');
    row.append(element('td', left), element('td', right));
    table.append(row);
  }
  return table;
}

function schemaOf(content) {
  const media = content && Object.values(content)[0];
  return media && (media.example || media.schema);
}

/** Replaces references by what they name, down to a few levels: schemas may contain themselves. */
function resolve(api, value, depth = 0) {
  if (Array.isArray(value)) return value.map(item => resolve(api, item, depth + 1));
  if (value === null || typeof value !== 'object') return value;
  if (value.$ref) {
    const target = value.$ref.slice(2).split('/').reduce((node, key) => node && node[key], api);
    return depth > 6 || !target ? value : resolve(api, target, depth + 1);
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(api, item, depth + 1)]));
}

function operation(api, path, method, described) {
  const box = element('details');
  const title = element('summary');
  title.append(element('span', method.toUpperCase(), 'method'), element('code', path));
  const open = described.security && described.security.length === 0;
  title.append(element('span', (open ? ' public' : '') + (described.summary ? ' · ' + described.summary : ''), 'open'));
  box.append(title);
  box.dataset.words = (method + ' ' + path + ' ' + (described.summary || '')).toLowerCase();
  box.addEventListener('toggle', () => fill(api, box, described), { once: true });
  return box;
}

function fill(api, box, described) {
  if (described.description) box.append(element('p', described.description));
  const parameters = (described.parameters || []).map(parameter => resolve(api, parameter));
  if (parameters.length) {
    box.append(element('h4', 'Parameters'), rows(parameters.map(parameter =>
      [parameter.name + (parameter.required ? ' *' : ''), parameter.in + (parameter.description ? ': ' + parameter.description : '')])));
  }
  const body = described.requestBody && schemaOf(resolve(api, described.requestBody).content);
  if (body) box.append(element('h4', 'Body'), element('pre', JSON.stringify(resolve(api, body), null, 2)));
  box.append(element('h4', 'Answers'));
  for (const [status, answer] of Object.entries(described.responses || {})) {
    const resolved = resolve(api, answer);
    box.append(element('p', status + ' ' + (resolved.description || '')));
    // Every error has the same form, which the page's head tells.
    const content = status < '400' && schemaOf(resolved.content);
    if (content) box.append(element('pre', JSON.stringify(content, null, 2)));
  }
}

async function show() {
  const list = document.getElementById('operations');
  const answer = await fetch('/openapi.json');
  if (!answer.ok) throw new Error('status ' + answer.status);
  const api = await answer.json();
  document.getElementById('about').textContent = api.info.description;
  const boxes = Object.keys(api.paths).sort().flatMap(path => METHODS.filter(method => api.paths[path][method])
    .map(method => operation(api, path, method, api.paths[path][method])));
  list.replaceChildren(...boxes);
  document.getElementById('search').addEventListener('input', event => {
    const wanted = event.target.value.toLowerCase();
    boxes.forEach(box => { box.hidden = !box.dataset.words.includes(wanted); });
  });
}

show().catch(() => {
  document.getElementById('operations').textContent = 'The document cannot be read at the moment. Try again later.';
});
