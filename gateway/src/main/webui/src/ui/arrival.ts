let arrived = false;

/** Whether another page was shown before: the first one keeps the browser's own focus, every later one takes it. */
export function arrive(): boolean {
    const later = arrived;
    arrived = true;
    return later;
}
