declare const __APP_VERSION__: string;

/** The version of this page: it stands in every record that it makes. */
export const appVersion: string = __APP_VERSION__;
