import type { ComponentType } from 'preact';
import type { Session } from '../contract/staffApi.ts';
import type { Action } from '../domain/roles.ts';
import { AddMembersPage } from './add/AddMembersPage.tsx';
import { CaregiverPage } from './invitations/CaregiverPage.tsx';
import { DraftPage } from './formVersions/DraftPage.tsx';
import { FormsPage } from './formVersions/FormsPage.tsx';
import { ReadFormPage } from './formVersions/ReadFormPage.tsx';
import { EditPage } from './invitations/EditPage.tsx';
import { InvitationPage } from './invitations/InvitationPage.tsx';
import { InvitationsPage } from './invitations/InvitationsPage.tsx';
import { MailPage } from './mail/MailPage.tsx';
import { OwnPage } from './own/OwnPage.tsx';
import { PractitionersPage } from './practitioners/PractitionersPage.tsx';
import { ReportsPage } from './reports/ReportsPage.tsx';
import { FilePage } from './scans/FilePage.tsx';
import { ScansPage } from './scans/ScansPage.tsx';
import { SettingsPage } from './settings/SettingsPage.tsx';
import { NewStaffPage } from './staff/NewStaffPage.tsx';
import { StaffMemberPage } from './staff/StaffMemberPage.tsx';
import { StaffPage } from './staff/StaffPage.tsx';
import { TabletsPage } from './tablets/TabletsPage.tsx';
import type { en } from './text/en.ts';
import { VerbalPage } from './verbal/VerbalPage.tsx';
import { WorklistPage } from './worklist/WorklistPage.tsx';

/** The rooms of the console, and what one must be allowed to do to use them. The server decides for itself. */

type Room = {
  path: string;
  // Each takes what it needs of these; the router hands all of them to every room.
  component: ComponentType<{ session: Session } & { params?: { id?: string; step?: string } }>;
  needs: Action | 'log-in';
};

export const ROOMS: readonly Room[] = [
  { path: '/add/:step?', component: AddMembersPage, needs: 'invite' },
  { path: '/invitations', component: InvitationsPage, needs: 'see-invitations' },
  { path: '/invitations/:id', component: InvitationPage, needs: 'see-invitations' },
  { path: '/invitations/:id/edit', component: EditPage, needs: 'invite' },
  { path: '/invitations/:id/caregivers/:step', component: CaregiverPage, needs: 'invite' },
  { path: '/invitations/:id/verbal', component: VerbalPage, needs: 'take-verbal' },
  { path: '/scans', component: ScansPage, needs: 'invite' },
  { path: '/scans/:id', component: FilePage, needs: 'invite' },
  { path: '/worklist', component: WorklistPage, needs: 'work-list' },
  { path: '/tablets', component: TabletsPage, needs: 'see-tablets' },
  { path: '/reports', component: ReportsPage, needs: 'see-reports' },
  { path: '/staff', component: StaffPage, needs: 'administer' },
  { path: '/staff/new', component: NewStaffPage, needs: 'administer' },
  { path: '/staff/:id', component: StaffMemberPage, needs: 'administer' },
  { path: '/practitioners', component: PractitionersPage, needs: 'administer' },
  { path: '/forms', component: FormsPage, needs: 'administer' },
  { path: '/forms/draft', component: DraftPage, needs: 'administer' },
  { path: '/forms/:id', component: ReadFormPage, needs: 'administer' },
  { path: '/mail', component: MailPage, needs: 'administer' },
  { path: '/settings', component: SettingsPage, needs: 'administer' },
  { path: '/me', component: OwnPage, needs: 'log-in' },
];

/** Those that the panel at the side leads to, by the path of their first page. */
export const PANEL: readonly { href: string; name: keyof (typeof en)['nav']; needs: Action }[] = [
  { href: '/invitations', name: 'invitations', needs: 'see-invitations' },
  { href: '/scans', name: 'scans', needs: 'invite' },
  { href: '/worklist', name: 'worklist', needs: 'work-list' },
  { href: '/tablets', name: 'tablets', needs: 'see-tablets' },
  { href: '/reports', name: 'reports', needs: 'see-reports' },
  { href: '/staff', name: 'staff', needs: 'administer' },
  { href: '/practitioners', name: 'practitioners', needs: 'administer' },
  { href: '/forms', name: 'forms', needs: 'administer' },
  { href: '/mail', name: 'mail', needs: 'administer' },
  { href: '/settings', name: 'settings', needs: 'administer' },
];
