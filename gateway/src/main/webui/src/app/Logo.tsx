export function Logo() {
    return (
        <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="9" fill="var(--brand)" />
            <path
                d="M6 17h5l2.6-7 5 13 2.8-6H26"
                fill="none"
                stroke="var(--on-brand)"
                strokeWidth="2.6"
                strokeLinecap="round"
                strokeLinejoin="round"
            />
        </svg>
    );
}
