// Generated from hallgen/site/manifest. Do not edit: change the Python types instead.
//
// What the viewer reads: the page's own data block, and one shard per hall and language.
// Positions are the 3D scene's: metres, x to the right of the plan, z down the plan, y up.
// Addresses are relative to the site's root, without a leading slash.

/** x, z */
export type Spot = readonly [number, number];

/**
 * Where a visitor's eyes are. `heading` in degrees clockwise from the plan's north (-z).
 *
 * `pitch` in degrees, up is positive.
 */
export interface Pose {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly heading: number;
  readonly pitch: number;
}

/**
 * A product's 3D model: a GLB for the hall, and one to look at from all sides.
 *
 * `near` is null where it is too heavy for a hall. `inspect` is in metres, Y up, the middle of
 * its foot at the origin, its front to +Z; `size` is its extent along x, y, z. `scale` is how
 * large it stands in the hall: 1 is as large as it is. `apart` is a GLB like `inspect`, with what
 * is hidden inside and its parts as nodes: those of one part have one name. Sites of before, and
 * models of one part, have none.
 */
export interface ShardProductModel {
  readonly near: string | null;
  readonly inspect: string;
  readonly size: readonly [number, number, number];
  readonly scale: number;
  readonly animated: boolean;
  readonly apart: string | null;
}

/**
 * A product as a panel shows it. Sites of before have no `model`.
 */
export interface ShardProduct {
  readonly name: string;
  readonly description: string;
  readonly category: string;
  readonly image: string | null;
  readonly page: string;
  readonly model: ShardProductModel | null;
}

/**
 * An exhibitor as a panel shows it. `name2` is its name in the fair's other language.
 *
 * `website` is an http or https address and `email` a mail address, or null where what the
 * exhibitor wrote is none. `writable` tells whether its page has a form for enquiries, at
 * `#enquiry`; sites of before have none.
 */
export interface ShardExhibitor {
  readonly name: string;
  readonly name2: string;
  readonly intro: string;
  readonly country: string;
  readonly logo: string | null;
  readonly website: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly page: string;
  readonly products: readonly string[];
  readonly writable: boolean;
}

/**
 * A booth: its footprint, where to stand to see it, and who is there.
 *
 * `outline` is clockwise seen from above in (x, z). An empty booth has no exhibitors.
 */
export interface ShardBooth {
  readonly id: string;
  readonly number: string;
  readonly outline: readonly Spot[];
  readonly view: Pose;
  readonly zone: string | null;
  readonly exhibitors: readonly string[];
}

/**
 * Where a door leads: another hall, its page, and where one stands on having come in.
 *
 * `out` is the heading straight out through the door's wall.
 */
export interface ShardWay {
  readonly hall: string;
  readonly name: string;
  readonly page: string;
  readonly at: readonly [number, number, number];
  readonly out: number;
}

/**
 * A door of the hall. Sites of before have no `leads`.
 */
export interface ShardGate {
  readonly id: string;
  readonly name: string;
  readonly position: Spot;
  readonly leads: ShardWay | null;
}

/**
 * The light that comes from all around to the middle of a hall, for gloss and metal.
 *
 * `picture` is a lossless panorama, twice as wide as high, of sqrt(min(L, range) / range) for
 * the linear radiance L in each channel, not sRGB. Its first row looks up, its middle column
 * along +x, and what is right of that towards +z. `low` and `high` are corners of the hall's
 * inside, (x, y, z) in metres: mirrored walls are where those of the hall are.
 */
export interface ShardProbe {
  readonly picture: string;
  readonly range: number;
  readonly low: readonly [number, number, number];
  readonly high: readonly [number, number, number];
}

/**
 * A screen that plays when a visitor is near.
 *
 * `corner` is its lower left one as seen from the front, `along` leads to the lower right
 * and `up` to the upper left one: (x, y, z) in metres. `video` repeats without sound; until
 * it plays, what the tile shows is seen.
 */
export interface ShardScreen {
  readonly booth: string;
  readonly video: string;
  readonly corner: readonly [number, number, number];
  readonly along: readonly [number, number, number];
  readonly up: readonly [number, number, number];
}

/**
 * `tiles/<hall>/hall.<language>.json`: all that a visit to one hall needs besides tiles.
 *
 * `obstacles` are closed rings that nobody walks through: walls, columns, panels,
 * furniture. `bounds` is min x, min z, max x, max z of the floor. `trails` are those with a stop
 * in this hall. `plan` is the address of its drawing, which has 3 m more on each side, and
 * `small_plan` of one without words. `own` is the tileset of a booth that is apart from the
 * hall's: that of a preview, which changes while one looks at it. `zones` are the names of the
 * zones that booths are in, by id. Sites of before have no `probe`, no `screens`, no
 * `experiences`, no `trails`, no `marks`, no `zones` and no plans.
 */
export interface HallShard {
  readonly format: 1;
  readonly hall: string;
  readonly name: string;
  readonly height: number;
  readonly bounds: readonly [number, number, number, number];
  readonly start: Pose;
  readonly tileset: string;
  readonly booths: readonly ShardBooth[];
  readonly exhibitors: Readonly<Record<string, ShardExhibitor>>;
  readonly products: Readonly<Record<string, ShardProduct>>;
  readonly gates: readonly ShardGate[];
  readonly obstacles: readonly (readonly Spot[])[];
  readonly probe: ShardProbe | null;
  readonly screens: readonly ShardScreen[];
  readonly experiences: readonly ShardExperience[];
  readonly plan: string | null;
  readonly small_plan: string | null;
  readonly trails: readonly ShardTrail[];
  readonly marks: readonly ShardMark[];
  readonly own: string | null;
  readonly zones: Readonly<Record<string, string>>;
}

/**
 * All that is around a place, as the six faces of a cube at several sizes.
 *
 * A face is at `<folder>/<size>/<letter>.webp`: f ahead, r to the right of it, b behind, l to the
 * left; u above and d below, where the edge towards f is u's lower and d's upper one. `sizes`
 * are pixels along a face, the smallest first. `heading` is where to look first, in degrees to
 * the right of f.
 */
export interface ShardPanorama {
  readonly folder: string;
  readonly sizes: readonly number[];
  readonly heading: number;
}

/**
 * A point in a booth from which visitors step into a panorama of an exhibitor or a product.
 *
 * `position` is where its mark hangs. `product` is null where it is the exhibitor's own.
 */
export interface ShardExperience {
  readonly booth: string;
  readonly exhibitor: string;
  readonly product: string | null;
  readonly name: string;
  readonly position: readonly [number, number, number];
  readonly panorama: ShardPanorama;
}

/**
 * What a guide says at a stop in the page's language, as sound, and its captions (WebVTT).
 */
export interface ShardNarration {
  readonly sound: string;
  readonly captions: string | null;
}

/**
 * A stop of a trail, in this hall or in another, whose page is `page`.
 *
 * `view` is where to stand in its hall. It is about a product, an exhibitor, a booth or none of
 * them; `where` is the booth's number, or ''. `show` is what is to be looked at there.
 */
export interface ShardStop {
  readonly name: string;
  readonly text: string;
  readonly hall: string;
  readonly hall_name: string;
  readonly page: string;
  readonly view: Pose;
  readonly where: string;
  readonly booth: string | null;
  readonly exhibitor: string | null;
  readonly product: string | null;
  readonly show: "panorama" | "video" | "model" | "exploded" | "ar" | null;
  readonly narration: ShardNarration | null;
}

/**
 * A hot spot or a guided tour, all its stops in their order, and its own page.
 */
export interface ShardTrail {
  readonly id: string;
  readonly kind: "hot_spot" | "tour";
  readonly name: string;
  readonly text: string;
  readonly page: string;
  readonly stops: readonly ShardStop[];
}

/**
 * A sign on the floor at what is worth seeing: at a booth, or at another place.
 *
 * `stops` are trails by their ids with the number of the stop, from 1; `highlights` are products,
 * `experiences` products and exhibitors that are shown at work.
 */
export interface ShardMark {
  readonly spot: Spot;
  readonly booth: string | null;
  readonly stops: readonly (readonly [string, number])[];
  readonly highlights: readonly string[];
  readonly experiences: readonly (readonly ["exhibitor" | "product", string])[];
}

/**
 * The block `<script type="application/json" id="hallgen-page">` of a page with a 3D view.
 *
 * `root` leads from the page to the site's root ("../../../"). `languages` gives the address
 * of this page in each language. `strings` are the viewer's words in the page's language,
 * without the "view." of their keys. `worker` is the service worker's address, where the site
 * has one. `twins` tells whether models have copies packed by gzip, as `<name>.glb.gz`.
 */
export interface PageData {
  readonly format: 1;
  readonly root: string;
  readonly language: string;
  readonly hall: string;
  readonly shard: string;
  readonly languages: Readonly<Record<string, string>>;
  readonly strings: Readonly<Record<string, string>>;
  readonly worker: string | null;
  readonly twins: boolean;
}

/**
 * A file of the viewer that a visitor waits for, and its size, for real progress.
 */
export interface BootModule {
  readonly address: string;
  readonly bytes: number;
}

/**
 * The block `<script type="application/json" id="hallgen-boot">`, for the boot script.
 *
 * It fetches `modules`, imports `module`, and takes its own messages away; from there on the
 * module tells what it does. Where that fails it says so and leaves the plan.
 */
export interface BootData {
  readonly format: 1;
  readonly root: string;
  readonly module: string;
  readonly modules: readonly BootModule[];
  readonly strings: Readonly<Record<string, string>>;
}

/**
 * A booth on a card: its id and number, its hall's name, and the ways to it.
 */
export interface CardBooth {
  readonly id: string;
  readonly number: string;
  readonly hall: string;
  readonly plan: string;
  readonly walk: string;
}

/**
 * The block `<script type="application/json" id="hallgen-card">` of an exhibitor's, a
 * product's or a session's page: what a visitor's own lists say of it.
 *
 * `address` is the page's without its language ("exhibitors/abb/"): it is what such lists keep.
 * `maker` is the name of a product's exhibitor and `maker_address` its page's, '' where the card
 * is an exhibitor's own; how to reach it is the exhibitor's as well. `specifications` are names
 * and values. `start` and `end` are a session's (ISO 8601, with an offset where the fair's zone is
 * known), its `note` where it takes place. Addresses are relative to the site's root.
 */
export interface PageCard {
  readonly format: 1;
  readonly kind: "exhibitor" | "product" | "session";
  readonly address: string;
  readonly name: string;
  readonly note: string;
  readonly picture: string | null;
  readonly maker: string;
  readonly maker_address: string;
  readonly booths: readonly CardBooth[];
  readonly website: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly specifications: readonly (readonly [string, string])[];
  readonly start: string | null;
  readonly end: string | null;
}

/**
 * `build.json`: a name that all files of a build share, made of their content.
 */
export interface BuildName {
  readonly format: 1;
  readonly build: string;
}

/**
 * `offline/<hall>.json`: all that a hall needs to be walked without a network, by address.
 *
 * `files` are needed in all languages, `languages` what each needs besides. `unpacked` are the
 * models whose packed twins are among `files`: hosts may send either. By it the service worker
 * knows a file of another build, and one that did not come whole.
 */
export interface SavedHall {
  readonly format: 1;
  readonly build: string;
  readonly hall: string;
  readonly files: Readonly<Record<string, readonly [number, string]>>;
  readonly languages: Readonly<Record<string, Readonly<Record<string, readonly [number, string]>>>>;
  readonly unpacked: Readonly<Record<string, readonly [number, string]>>;
}

/**
 * A door to another hall, for ways over several halls.
 *
 * `leads` is that hall, `at` where one stands there on having come in, and `onward` how far it
 * is on foot from there to the hall's other doors: metres by the id of the door's gate. Doors
 * to which no way leads are not in it.
 */
export interface ManifestDoor {
  readonly gate: string;
  readonly position: Spot;
  readonly leads: string;
  readonly at: Spot;
  readonly onward: Readonly<Record<string, number>>;
}

/**
 * A hall in `fair.json`. Sites of before have no `doors`.
 */
export interface ManifestHall {
  readonly id: string;
  readonly name: Readonly<Record<string, string>>;
  readonly tileset: string;
  readonly shards: Readonly<Record<string, string>>;
  readonly pages: Readonly<Record<string, string>>;
  readonly doors: readonly ManifestDoor[];
}

/**
 * `fair.json`: the versioned front door for programs.
 *
 * `exhibitors` gives an exhibitor's address by its id, without the language before it
 * ("exhibitors/abb/"); `booths` the hall by the booth's id; `models` a booth's own GLB.
 */
export interface Manifest {
  readonly format: 1;
  readonly generator: string;
  readonly id: string;
  readonly name: Readonly<Record<string, string>>;
  readonly languages: readonly string[];
  readonly halls: readonly ManifestHall[];
  readonly exhibitors: Readonly<Record<string, string>>;
  readonly booths: Readonly<Record<string, string>>;
  readonly models: Readonly<Record<string, string>>;
}

/**
 * `search/<language>.json`: where the search's files of a language are, and how they are cut.
 *
 * `starts` has the first term of each file `<folder>terms/<n>.json`; terms are in the order in
 * which JavaScript compares strings. `count` things can be found, numbered from 0, and each file
 * `<folder>things/<n>.json` has `at_once` of them.
 */
export interface SearchEntry {
  readonly format: 1;
  readonly folder: string;
  readonly count: number;
  readonly at_once: number;
  readonly starts: readonly string[];
}

/**
 * Some terms, and for each the things whose name has it, and those of which else it is said.
 *
 * Numbers of things are packed as `hallgen.site.search_index.packed` says.
 */
export interface SearchTerms {
  readonly format: 1;
  readonly terms: readonly string[];
  readonly named: readonly string[];
  readonly told: readonly string[];
}

/**
 * What a result shows: its page, its title, a note below it, a picture, the way to it in its
 * hall (`walk`) and the id of its booth, all three null where there is none.
 */
export interface SearchThing {
  readonly kind: "exhibitor" | "product" | "session" | "trail" | "page";
  readonly page: string;
  readonly title: string;
  readonly note: string;
  readonly picture: string | null;
  readonly walk: string | null;
  readonly booth: string | null;
}

/**
 * Some of the things that can be found, in the order of their numbers.
 */
export interface SearchThings {
  readonly format: 1;
  readonly things: readonly SearchThing[];
}

/**
 * `<folder>facets.json`: the things that have a value, by facet and value, packed as terms'.
 */
export interface SearchFacets {
  readonly format: 1;
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
