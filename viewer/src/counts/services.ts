/** What is told to each service that counts, in its own words. */

/** Something that happened: what, where in the fair, and for how long. */
export interface Happening {
  readonly name: 'page' | 'enter-booth' | 'leave-booth' | 'select-product' | 'contact';
  /** A booth's or a product's id, or the way of a contact; '' for a page. */
  readonly what: string;
  /** Seconds, for what has an end. */
  readonly seconds?: number;
}

/** The page it happened on: its address without a query, and its title. */
export interface Scene {
  readonly url: string;
  readonly title: string;
  readonly language: string;
}

/** A request: where to, and what. */
export interface Told {
  readonly address: string;
  readonly body: string;
}

type Teller = (address: string, site: string, scene: Scene, one: Happening) => Told;

/** By the service's name in fair.yaml. */
export const SERVICES: Readonly<Record<string, Teller>> = {
  own: (address, site, scene, one) => ({
    address,
    body: JSON.stringify({ format: 1, site, ...scene, ...one }),
  }),
  // https://plausible.io/docs/events-api
  plausible: (address, site, scene, one) => ({
    address: `${address.replace(/\/$/, '')}/api/event`,
    body: JSON.stringify({
      name: one.name === 'page' ? 'pageview' : one.name,
      url: scene.url,
      domain: site || new URL(scene.url).hostname,
      ...(one.name === 'page' ? {} : { props: { what: one.what, seconds: one.seconds } }),
    }),
  }),
  // https://developer.matomo.org/api-reference/tracking-api
  matomo: (address, site, scene, one) => {
    const query = new URLSearchParams({ idsite: site, rec: '1', url: scene.url });
    if (one.name === 'page') query.set('action_name', scene.title);
    else {
      query.set('e_c', 'fair');
      query.set('e_a', one.name);
      query.set('e_n', one.what);
      if (one.seconds !== undefined) query.set('e_v', String(one.seconds));
      query.set('ca', '1');
    }
    return { address: `${address.replace(/\/$/, '')}/matomo.php?${query}`, body: '' };
  },
};
