/**
 * A page that was open while a new release came asks for files which are gone. Loading it again heals that; the mark
 * in the address keeps a real fault from turning into a loop.
 */
export function reloadOnceWhenOutdated(): void {
    window.addEventListener('vite:preloadError', (event) => {
        const address = new URL(window.location.href);
        if (address.searchParams.has('reloaded')) return;
        event.preventDefault();
        address.searchParams.set('reloaded', '1');
        window.location.replace(address);
    });
}
