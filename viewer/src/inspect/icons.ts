/** What the inspector's tools show: the paths of icons, 24 wide and high. */
export const PLAY = 'M8 5.5v13l10.5-6.5z';
export const PAUSE = 'M8.5 5.5v13M15.5 5.5v13';
export const MEASURES = 'M3.5 15.5l12-12 5 5-12 12zM7 12l2 2M10 9l2.5 2.5M13 6l2 2';
export const BODY =
  'M12 3.2a2 2 0 1 1 0 4.1 2 2 0 0 1 0-4.1M7.5 9.5h9M9.8 9.5v11M14.2 9.5v11M12 14v6.5';
export const ROOM = 'M4 20V6l8-3 8 3v14M4 20l8-4 8 4M12 3v13M9 11.5l3-1.5 3 1.5v3l-3 1.5-3-1.5z';
export const RESET = 'M5 5v5h5M5.6 10a7 7 0 1 1-.4 4.2';
