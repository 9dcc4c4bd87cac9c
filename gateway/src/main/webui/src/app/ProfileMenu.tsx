import { LogOut, Settings } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { session, type User } from '../session/session';
import { Avatar } from '../ui/Avatar';
import { Menu, menuStyles, MenuRule } from '../ui/Menu';
import styles from './Layout.module.css';

export function ProfileMenu({ user }: { user: User }) {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const leave = () => {
        void navigate('/sign-in');
        session.signOut().catch((error: unknown) => {
            reportError(error);
            // What this browser held is gone, yet the server was not told: the person must know.
            void navigate('/sign-in?unreached=1', { replace: true });
        });
    };
    return (
        <Menu label={t('profile.menu')} faceClass={styles.icon} face={<Avatar name={user.fullName} small />}>
            <div className={menuStyles.who}>
                <strong>
                    <bdi>{user.fullName}</bdi>
                </strong>
                <span>{user.email}</span>
            </div>
            <MenuRule />
            <Link to="/settings" className={menuStyles.item}>
                <Settings size={18} aria-hidden="true" />
                {t('profile.settings')}
            </Link>
            <button type="button" className={menuStyles.item} onClick={leave}>
                <LogOut size={18} aria-hidden="true" />
                {t('profile.signOut')}
            </button>
        </Menu>
    );
}
