import { useLocation } from 'preact-iso';
import { isProblemCode } from '../../contract/problems.ts';
import { Notice } from '../../ui/Notice.tsx';
import { uiWords } from '../../ui/text.ts';
import { frontdeskWords } from '../text.ts';

/** Why a paper form was not opened: its tab is led here instead, with the reason in the address. */
export function Refused() {
  const { refused = '' } = useLocation().query;
  if (!isProblemCode(refused)) return null;
  return (
    <Notice kind="warning" title={frontdeskWords().invitation.notPrinted}>
      {uiWords().problems[refused]}
    </Notice>
  );
}
