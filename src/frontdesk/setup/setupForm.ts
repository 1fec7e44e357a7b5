import { LONGEST_PASSWORD, SHORTEST_PASSWORD, type SetupRequest } from '../../contract/staffApi.ts';
import type { FieldProblem } from '../../contract/problems.ts';
import { readPhone } from '../../domain/contactDetails.ts';
import { createForm, type Form, type Mistakes } from '../../ui/form.ts';
import type { Mistake } from '../mistake.ts';

/** A new practice as typed so far. */
export type NewPracticeValues = {
  setupCode: string;
  practiceName: string;
  practicePhone: string;
  zone: string;
  practitioner: string;
  adminName: string;
  login: string;
  password: string;
  pin: string;
};

export const setupFields = [
  'setupCode',
  'practiceName',
  'practicePhone',
  'zone',
  'practitioner',
  'adminName',
  'login',
  'password',
  'pin',
] as const satisfies (keyof NewPracticeValues)[];

export function newPracticeForm(codeNeeded: boolean): Form<NewPracticeValues, Mistake> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  // A computer set to universal time does not tell where it stands.
  const zone = timeZone.includes('/') ? timeZone : 'America/New_York';
  const empty = {
    setupCode: '',
    practiceName: '',
    practicePhone: '',
    practitioner: '',
    adminName: '',
    login: '',
    password: '',
    pin: '',
  };
  return createForm<NewPracticeValues, Mistake>({ ...empty, zone }, (values) => check(values, codeNeeded));
}

function check(values: NewPracticeValues, codeNeeded: boolean): Mistakes<NewPracticeValues, Mistake> {
  const mistakes: Mistakes<NewPracticeValues, Mistake> = {};
  const login = values.login.trim();
  if (codeNeeded && !values.setupCode.trim()) mistakes.setupCode = 'setup-code-missing';
  if (!values.practiceName.trim()) mistakes.practiceName = 'practice-name-missing';
  if (!values.practicePhone.trim()) mistakes.practicePhone = 'practice-phone-missing';
  else if (!readPhone(values.practicePhone).ok) mistakes.practicePhone = 'phone-unreadable';
  if (!values.practitioner.trim()) mistakes.practitioner = 'practitioner-name-missing';
  if (!values.adminName.trim()) mistakes.adminName = 'admin-name-missing';
  if (!login) mistakes.login = 'login-missing';
  else if (/\s/.test(login)) mistakes.login = 'login-has-space';
  if (values.password.length < SHORTEST_PASSWORD) mistakes.password = 'password-too-short';
  if (values.password.length > LONGEST_PASSWORD) mistakes.password = 'too-long';
  if (!/^\d{6}$/.test(values.pin)) mistakes.pin = 'pin-not-six';
  return mistakes;
}

export function toSetupRequest(values: NewPracticeValues): SetupRequest {
  return {
    what: 'new',
    setupCode: values.setupCode.trim(),
    practice: { name: values.practiceName.trim(), phone: values.practicePhone.trim(), zone: values.zone },
    administrator: {
      name: values.adminName.trim(),
      login: values.login.trim(),
      password: values.password,
      pin: values.pin,
    },
    practitioner: values.practitioner.trim(),
  };
}

/** The server's names of the fields, and ours. */
const ours: Record<string, keyof NewPracticeValues> = {
  setupCode: 'setupCode',
  'practice.name': 'practiceName',
  'practice.phone': 'practicePhone',
  'practice.zone': 'zone',
  practitioner: 'practitioner',
  'administrator.name': 'adminName',
  'administrator.login': 'login',
  'administrator.password': 'password',
  'administrator.pin': 'pin',
};

export function refusedSetupFields(problems: readonly FieldProblem[] = []): (keyof NewPracticeValues)[] {
  return problems.flatMap(({ field }) => ours[field] ?? []);
}
