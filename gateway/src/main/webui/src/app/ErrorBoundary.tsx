import { Component, type ReactNode } from 'react';
import { withTranslation, type WithTranslation } from 'react-i18next';
import { Alert } from '../ui/Alert';
import { Button } from '../ui/Button';
import { Stack } from '../ui/states';

interface Props extends WithTranslation {
    children: ReactNode;
    /** A change of this (the address) clears the failure. */
    resetKey?: string;
}

/** A page that fails to draw leaves the rest standing and offers a way on. React itself reports the error to the console. */
class Boundary extends Component<Props, { failed: boolean }> {
    override state = { failed: false };

    static getDerivedStateFromError(): { failed: boolean } {
        return { failed: true };
    }

    override componentDidUpdate(before: Props): void {
        if (this.state.failed && before.resetKey !== this.props.resetKey) this.setState({ failed: false });
    }

    override render(): ReactNode {
        const { t, children } = this.props;
        if (!this.state.failed) return children;
        return (
            <Stack>
                <Alert tone="bad" title={t('crash.title')}>
                    <p>{t('crash.text')}</p>
                </Alert>
                <div>
                    <Button onClick={() => window.location.reload()}>{t('crash.reload')}</Button>
                </div>
            </Stack>
        );
    }
}

export const ErrorBoundary = withTranslation()(Boundary);
