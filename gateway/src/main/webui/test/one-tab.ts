/** Sessions of one test must not be heard by those of another; what tabs tell each other has a test of its own. */
class Silent extends EventTarget {
    postMessage(): void {
        return;
    }

    close(): void {
        return;
    }
}

Object.assign(globalThis, { BroadcastChannel: Silent });
