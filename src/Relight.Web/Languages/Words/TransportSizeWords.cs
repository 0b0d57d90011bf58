namespace Relight.Web.Languages.Words;

/// <summary>Sizes of units as they travel, and the limits of ways for them.</summary>
public static class TransportSizeWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Length = new("Length as it travels", "Довжина під час перевезення", "الطول أثناء النقل");
    public static readonly Text Width = new("Width as it travels", "Ширина під час перевезення", "العرض أثناء النقل");
    public static readonly Text Height = new("Height as it travels", "Висота під час перевезення", "الارتفاع أثناء النقل");
    public static readonly Text LengthLimit = new("Limit of the way, length", "Межа шляху, довжина", "حد الطريق، الطول");
    public static readonly Text WidthLimit = new("Limit of the way, width", "Межа шляху, ширина", "حد الطريق، العرض");
    public static readonly Text HeightLimit = new("Limit of the way, height", "Межа шляху, висота", "حد الطريق، الارتفاع");
#pragma warning restore CS1591
}
