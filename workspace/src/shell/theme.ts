/** The look: paper and ink, one accent, one warning hue kept for clocks and gaps. */
import { createTheme, type MantineColorsTuple } from "@mantine/core";

const accent: MantineColorsTuple = [
  "#eaf3f5",
  "#d3e6ea",
  "#a8cfd7",
  "#7fbccb",
  "#6db3c3",
  "#3d8498",
  "#22687c",
  "#1d4e5f",
  "#173f4d",
  "#0f2d38",
];

export const theme = createTheme({
  primaryColor: "accent",
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  colors: { accent },
  defaultRadius: 2,
  fontFamily: "var(--sans)",
  fontFamilyMonospace: "var(--mono)",
  fontSizes: { xs: "12px", sm: "14px", md: "14px", lg: "16px", xl: "18px" },
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    Button: { defaultProps: { size: "compact-sm", variant: "filled" } },
    TextInput: { defaultProps: { size: "xs" } },
    Textarea: { defaultProps: { size: "xs" } },
    NativeSelect: { defaultProps: { size: "xs" } },
    Modal: { defaultProps: { lockScroll: false, transitionProps: { duration: 0 }, centered: false, yOffset: "8vh" } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
  },
});
