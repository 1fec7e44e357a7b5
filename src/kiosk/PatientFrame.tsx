import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Tools, type Look } from '../consent/Tools.tsx';
import type { Language } from '../domain/form.ts';

type FrameProps = {
  languages: readonly Language[];
  look: Look;
  onLook: (part: Partial<Look>) => void;
  screen: string;
  /** In the middle of the screen. */
  centred?: boolean;
  children: ComponentChildren;
};

/** Around the screens that a patient sees beside the way through the form: the same tools are at hand. */
export function PatientFrame({ languages, look, onLook, screen, centred, children }: FrameProps) {
  const main = useRef<HTMLElement>(null);
  return (
    <div class="patient kiosk-patient" data-text-size={look.textSize} data-contrast={look.contrast}>
      <header>
        <Tools languages={languages} look={look} onLook={onLook} screen={screen} of={main} />
      </header>
      <main class={centred ? 'kiosk-plain kiosk-centred' : 'kiosk-plain'} ref={main}>
        {children}
      </main>
    </div>
  );
}
