import { frontdeskWords } from '../text.ts';
import { pictureAddress } from '../scanDoors.ts';

type PagePictureProps = { id: string; alt: string; turn: number; picture: boolean };

/** A page as it was scanned, turned the way somebody turned it. */
export function PagePicture({ id, alt, turn, picture }: PagePictureProps) {
  if (!picture) return <p class="page-picture-none">{frontdeskWords().scans.page.noPicture}</p>;
  const lying = turn % 180 !== 0;
  return (
    <div class={lying ? 'page-picture page-picture-lying' : 'page-picture'}>
      <img class={`page-picture-${turn}`} src={pictureAddress(id)} alt={alt} loading="lazy" decoding="async" />
    </div>
  );
}
