using System.Text;
using QRCoder;

namespace Relight.Web.Deliveries;

/// <summary>Draws addresses as QR codes.</summary>
internal static class QrCode
{
    private const int PixelsPerModule = 4;

    /// <summary>A code as the address of its own drawing (SVG), so that the page needs no further request for it. A quarter of it may be torn or dirty.</summary>
    /// <param name="text">What it says.</param>
    public static string DataOf(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        using var code = new SvgQRCode(data);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(code.GetGraphic(PixelsPerModule)));
    }
}
